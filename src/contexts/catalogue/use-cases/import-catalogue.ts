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
import { type CatalogueData, readCatalogueData } from '../read-catalogue-data.ts';
import { incomingTables, readFassungen } from '../store.ts';

/** Shows what importing the catalogue in `folder` would change, and changes nothing. */
export async function previewCatalogueImport(
  db: Pick<Database, 'withPublic'>,
  folder: string,
): Promise<Result<ImportPreview>> {
  const data = readCatalogueData(folder);
  if (!data.ok) return data;
  return ok(await db.withPublic((tx) => previewFassung(tx, incomingOf(data.value))));
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
export function writeCatalogue(tx: Tx, data: CatalogueData): Promise<ImportOutcome> {
  return importFassung(tx, incomingOf(data));
}

function incomingOf(data: CatalogueData): IncomingFassung {
  return {
    context: 'catalogue',
    kopf: { stand: data.files.leistungen.kopf.stand, hash: data.hash },
    saetze: data.saetze,
    tables: incomingTables(data),
    earlier: readFassungen,
  };
}
