import { ok, type Result } from '#kernel';
import {
  type Actor,
  type Database,
  type ImportOutcome,
  type ImportPreview,
  type IncomingFassung,
  importFassung,
  previewFassung,
  type Tx,
} from '#platform';
import { type RulesData, readRulesData, regelRowsWithThema, standOf } from '../read-rules-data.ts';
import { readFassungen, regelwerkTables } from '../store.ts';

/** Shows what importing the rule set in `folder` would change, and changes nothing. */
export async function previewRulesImport(
  db: Pick<Database, 'withPublic'>,
  folder: string,
): Promise<Result<ImportPreview>> {
  const data = readRulesData(folder);
  if (!data.ok) return data;
  return ok(await db.withPublic((tx) => previewFassung(tx, incomingOf(data.value))));
}

/** Imports the rule set in `folder`, all or nothing; a second time nothing changes. */
export async function applyRulesImport(
  db: Pick<Database, 'withReference'>,
  actor: Actor,
  folder: string,
): Promise<Result<ImportOutcome>> {
  const data = readRulesData(folder);
  if (!data.ok) return data;
  return ok(await db.withReference(actor, (tx) => writeRules(tx, data.value)));
}

/** Writes checked data in the caller's transaction. */
export function writeRules(tx: Tx, data: RulesData): Promise<ImportOutcome> {
  return importFassung(tx, incomingOf(data));
}

function incomingOf(data: RulesData): IncomingFassung {
  const { files, hash, saetze } = data;
  const { regel, uebertragung, bestimmung } = regelwerkTables;
  return {
    context: 'duties',
    kopf: { stand: standOf(data), hash },
    saetze,
    tables: [
      { ...regel, rows: regelRowsWithThema(data) },
      { ...uebertragung, rows: files.uebertragungen.rows },
      { ...bestimmung, rows: files.bestimmungen.rows },
    ],
    earlier: readFassungen,
  };
}
