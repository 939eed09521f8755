import { type Result, refuse } from '#kernel';
import {
  brokenFile,
  danglingReferences,
  hashReferenceFiles,
  type ReferenceFiles,
  readReferenceFiles,
} from '#platform';
import { type RegelwerkRows, regelwerkFormats } from './reference-files.ts';

export type RulesData = ReferenceFiles<RegelwerkRows>;

/** Reads and checks the rule set in `folder`; refuses with file, line and field of what is wrong. */
export function readRulesData(folder: string): Result<RulesData> {
  const data = readReferenceFiles<RegelwerkRows>(folder, regelwerkFormats);
  if (!data.ok) return data;
  const { regeln, uebertragungen, bestimmungen } = data.value.files;
  const ids = new Set(regeln.rows.map(({ id }) => id));
  const transfers = {
    ...uebertragungen,
    rows: uebertragungen.rows.map(({ regelIds }) => ({
      regelIds: regelIds.find((id) => !ids.has(id)) ?? null,
    })),
  };
  const target = regelwerkFormats.regeln.file;
  const unknown = danglingReferences(transfers, 'regelIds', new Set<string | null>(), target);
  if (unknown.length > 0) return refuse(brokenFile(uebertragungen.file, unknown));
  const dangling = danglingReferences(bestimmungen, 'regelId', ids, target);
  return dangling.length > 0 ? refuse(brokenFile(bestimmungen.file, dangling)) : data;
}

/** The hash that `readRulesData` would give, without parsing. */
export function hashRulesData(folder: string): string {
  return hashReferenceFiles<RegelwerkRows>(folder, regelwerkFormats);
}
