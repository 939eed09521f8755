import { type FieldProblem, type Result, refuse } from '#kernel';
import {
  brokenFile,
  danglingReferences,
  hashReferenceFiles,
  lineOfRow,
  placeOf,
  type ReferenceFile,
  type ReferenceFiles,
  readReferenceFiles,
} from '#platform';
import { type RegelwerkRows, regelFiles, regelSaetze, regelwerkFormats, themaOf } from './regelwerk-files.ts';
import type { RegelRow } from './regelwerk-rows.ts';

export type RulesData = ReferenceFiles<RegelwerkRows>;

/** Reads and checks the rule set in `folder`; refuses with file, line and field of what is wrong. */
export function readRulesData(folder: string): Result<RulesData> {
  const data = readReferenceFiles<RegelwerkRows>(folder, regelwerkFormats);
  if (!data.ok) return data;
  const { uebertragungen, bestimmungen } = data.value.files;
  const doubled = doubledRule(regelFilesOf(data.value));
  if (doubled !== null) return refuse(brokenFile(doubled.file, [doubled.problem]));
  const aufgaben = new Set(regelRowsOf(data.value).map(({ aufgabeId }) => aufgabeId));
  const transfers = {
    ...uebertragungen,
    rows: uebertragungen.rows.map(({ aufgabeIds }) => ({
      aufgabeIds: aufgabeIds.find((id) => !aufgaben.has(id)) ?? null,
    })),
  };
  const unknown = danglingReferences(transfers, 'aufgabeIds', new Set<string | null>(), regelFiles);
  if (unknown.length > 0) return refuse(brokenFile(uebertragungen.file, unknown));
  const dangling = danglingReferences(bestimmungen, 'aufgabeId', aufgaben, regelFiles);
  return dangling.length > 0 ? refuse(brokenFile(bestimmungen.file, dangling)) : data;
}

/** The rules of all Themenfelder. */
export function regelRowsOf(data: RulesData): readonly RegelRow[] {
  return regelFilesOf(data).flatMap(({ rows }) => rows);
}

/** The same with the Themenfeld in whose file each stands, as the table keeps them. */
export function regelRowsWithThema({ files }: RulesData): readonly (RegelRow & { readonly thema: string })[] {
  return regelSaetze.flatMap((satz) => files[satz].rows.map((row) => ({ ...row, thema: themaOf(satz) })));
}

/** The newest state of all its rules: an import of an older one does not take its place. */
export function standOf(data: RulesData): string {
  return regelFilesOf(data).reduce((newest, { kopf }) => (kopf.stand > newest ? kopf.stand : newest), '');
}

/** The hash that `readRulesData` would give, without parsing. */
export function hashRulesData(folder: string): string {
  return hashReferenceFiles<RegelwerkRows>(folder, regelwerkFormats);
}

function regelFilesOf({ files }: RulesData): readonly ReferenceFile<RegelRow>[] {
  return regelSaetze.map((satz) => files[satz]);
}

/** An id that two Themenfelder use; within a file the reader has looked already. */
function doubledRule(
  files: readonly ReferenceFile<RegelRow>[],
): { readonly file: string; readonly problem: FieldProblem } | null {
  const places = new Map<string, string>();
  for (const { file, rows } of files) {
    for (const [index, { id }] of rows.entries()) {
      const place = placeOf(file, lineOfRow(index), 'id');
      const before = places.get(id);
      if (before !== undefined) {
        const message = `Die Regel „${id}“ steht schon unter ${before}. Bitte eine der beiden anders nennen oder entfernen.`;
        return { file, problem: { field: place, message } };
      }
      places.set(id, place);
    }
  }
  return null;
}
