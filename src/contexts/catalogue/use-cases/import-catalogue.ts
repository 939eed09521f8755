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
import { type CatalogueData, readCatalogueData } from '../read-catalogue-data.ts';
import { incomingTables, insertFassung, lockImports, readFassungen } from '../store.ts';

/** Shows what importing the catalogue in `folder` would change, and changes nothing. */
export async function previewCatalogueImport(
  db: Pick<Database, 'withPublic'>,
  folder: string,
): Promise<Result<ImportPreview>> {
  const data = readCatalogueData(folder);
  if (!data.ok) return data;
  const plans = await db.withPublic((tx) => planAgainstNewest(tx, data.value));
  return ok({ stand: data.value.files.leistungen.kopf.stand, counts: countsOf(plans), plans });
}

/** Imports the catalogue in `folder` as a new version, all or nothing; a second time nothing changes. */
export async function applyCatalogueImport(
  db: Pick<Database, 'withReference'>,
  actor: Actor,
  folder: string,
): Promise<Result<ImportOutcome>> {
  const data = readCatalogueData(folder);
  if (!data.ok) return data;
  return ok(await db.withReference(actor, (tx) => writeCatalogue(tx, data.value)));
}

/** Writes checked data in the caller's transaction. */
export async function writeCatalogue(tx: Tx, data: CatalogueData): Promise<ImportOutcome> {
  await lockImports(tx);
  const plans = await planAgainstNewest(tx, data);
  const counts = countsOf(plans);
  const newest = (await readFassungen(tx)).at(-1);
  if (newest?.hash === data.hash) return { fassung: newest.nummer, changed: false, counts };
  const { hash, saetze } = data;
  const stand = data.files.leistungen.kopf.stand;
  const fassung = await insertFassung(tx, { stand, hash, saetze, aenderungen: counts });
  await writePlans(tx, plans, fassung);
  await recordAudit(tx, {
    action: 'catalogue.fassung.imported',
    object: { type: 'catalogue.fassung', id: String(fassung) },
    summary: { stand, hash, ...countsInWords(counts) },
  });
  return { fassung, changed: true, counts };
}

async function planAgainstNewest(tx: Tx, data: CatalogueData): Promise<readonly TablePlan[]> {
  const versions = (await readFassungen(tx)).map((fassung) => fassung.nummer);
  return planTables(tx, incomingTables(data), versions);
}
