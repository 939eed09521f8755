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
import type { Umfang } from '../domain/territory.ts';
import { readTerritoryData, type TerritoryData } from '../read-territory-data.ts';
import { insertFassung, lockImports, readFassungen } from '../store.ts';

/** Shows what importing the extent from `folder` would change, and changes nothing. */
export async function previewTerritoryImport(
  db: Pick<Database, 'withPublic'>,
  folder: string,
  umfang: Umfang = 'nrw',
): Promise<Result<ImportPreview>> {
  const data = readTerritoryData(folder, umfang);
  if (!data.ok) return data;
  const plans = await db.withPublic((tx) => planAgainstNewest(tx, data.value));
  return ok({ stand: data.value.stand, counts: countsOf(plans), plans });
}

/**
 * Imports an extent from `folder`, all or nothing; a second time nothing changes. The extent `uebriges-deutschland`
 * adds the rest of the country and leaves Nordrhein-Westfalen alone.
 */
export async function applyTerritoryImport(
  db: Pick<Database, 'withReference'>,
  actor: Actor,
  folder: string,
  umfang: Umfang = 'nrw',
): Promise<Result<ImportOutcome>> {
  const data = readTerritoryData(folder, umfang);
  if (!data.ok) return data;
  return ok(await db.withReference(actor, (tx) => writeTerritory(tx, data.value)));
}

/** Writes checked data in the caller's transaction. */
export async function writeTerritory(tx: Tx, data: TerritoryData): Promise<ImportOutcome> {
  await lockImports(tx);
  const plans = await planAgainstNewest(tx, data);
  const counts = countsOf(plans);
  const newest = (await readFassungen(tx)).findLast(({ umfang }) => umfang === data.umfang);
  if (newest?.hash === data.hash) return { fassung: newest.nummer, changed: false, counts };
  const { umfang, stand, hash, saetze } = data;
  const fassung = await insertFassung(tx, { umfang, stand, hash, saetze, aenderungen: counts });
  await writePlans(tx, plans, fassung);
  await recordAudit(tx, {
    action: 'territory.fassung.imported',
    object: { type: 'territory.fassung', id: String(fassung) },
    summary: { umfang, stand, hash, ...countsInWords(counts) },
  });
  return { fassung, changed: true, counts };
}

async function planAgainstNewest(tx: Tx, data: TerritoryData): Promise<readonly TablePlan[]> {
  const fassungen = (await readFassungen(tx)).filter(({ umfang }) => umfang === data.umfang);
  return planTables(
    tx,
    data.tables,
    fassungen.map(({ nummer }) => nummer),
  );
}
