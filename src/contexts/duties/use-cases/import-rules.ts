import { ok, type Result } from '#kernel';
import {
  type Actor,
  countsInWords,
  countsOf,
  type Database,
  type ImportOutcome,
  type ImportPreview,
  planTables,
  recordAudit,
  type TablePlan,
  type Tx,
  writePlans,
} from '#platform';
import { type RulesData, readRulesData } from '../read-rules-data.ts';
import { insertFassung, lockImports, readFassungen, regelwerkTables } from '../store.ts';

/** Shows what importing the rule set in `folder` would change, and changes nothing. */
export async function previewRulesImport(
  db: Pick<Database, 'withPublic'>,
  folder: string,
): Promise<Result<ImportPreview>> {
  const data = readRulesData(folder);
  if (!data.ok) return data;
  const plans = await db.withPublic((tx) => planAgainstNewest(tx, data.value));
  return ok({ stand: standOf(data.value), counts: countsOf(plans), plans });
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
export async function writeRules(tx: Tx, data: RulesData): Promise<ImportOutcome> {
  await lockImports(tx);
  const plans = await planAgainstNewest(tx, data);
  const counts = countsOf(plans);
  const newest = (await readFassungen(tx)).at(-1);
  const { hash, saetze } = data;
  if (newest?.hash === hash) return { fassung: newest.nummer, changed: false, counts };
  const stand = standOf(data);
  const fassung = await insertFassung(tx, { stand, hash, saetze, aenderungen: counts });
  await writePlans(tx, plans, fassung);
  await recordAudit(tx, {
    action: 'duties.fassung.imported',
    object: { type: 'duties.fassung', id: String(fassung) },
    summary: { stand, hash, ...countsInWords(counts) },
  });
  return { fassung, changed: true, counts };
}

function standOf(data: RulesData): string {
  return data.files.regeln.kopf.stand;
}

async function planAgainstNewest(tx: Tx, { files }: RulesData): Promise<readonly TablePlan[]> {
  const { regel, uebertragung, bestimmung } = regelwerkTables;
  const tables = [
    { ...regel, rows: files.regeln.rows },
    { ...uebertragung, rows: files.uebertragungen.rows },
    { ...bestimmung, rows: files.bestimmungen.rows },
  ];
  const versions = (await readFassungen(tx)).map(({ nummer }) => nummer);
  return planTables(tx, tables, versions);
}
