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
import type { Umfang } from '../domain/territory.ts';
import { readTerritoryData, type TerritoryData } from '../read-territory-data.ts';
import { readFassungen } from '../store.ts';

/** Shows what importing the extent from `folder` would change, and changes nothing. */
export async function previewTerritoryImport(
  db: Pick<Database, 'withPublic'>,
  folder: string,
  umfang: Umfang = 'nrw',
): Promise<Result<ImportPreview>> {
  const data = readTerritoryData(folder, umfang);
  if (!data.ok) return data;
  return ok(await db.withPublic((tx) => previewFassung(tx, incomingOf(data.value))));
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
export function writeTerritory(tx: Tx, data: TerritoryData): Promise<ImportOutcome> {
  return importFassung(tx, incomingOf(data));
}

function incomingOf({ umfang, stand, hash, saetze, tables }: TerritoryData): IncomingFassung {
  return {
    context: 'territory',
    kopf: { umfang, stand, hash },
    saetze,
    tables,
    earlier: async (tx) => (await readFassungen(tx)).filter((fassung) => fassung.umfang === umfang),
  };
}
