import type { Result } from '#kernel';
import {
  type Actor,
  type Database,
  type ImportOutcome,
  type ImportPreview,
  type ReferenceImport,
  referenceImport,
} from '#platform';
import type { Umfang } from '../domain/territory.ts';
import { hashTerritoryData, readTerritoryData } from '../read-territory-data.ts';
import { readFassungen, readHashes } from '../store.ts';

const extents: Readonly<Record<Umfang, ReferenceImport>> = {
  nrw: extent('nrw'),
  'uebriges-deutschland': extent('uebriges-deutschland'),
};

function extent(umfang: Umfang): ReferenceImport {
  return referenceImport({
    read: (folder) => readTerritoryData(folder, umfang),
    hash: (folder) => hashTerritoryData(folder, umfang),
    held: (tx) => readHashes(tx, umfang),
    incoming: ({ stand, hash, saetze, tables }) => ({
      context: 'territory',
      kopf: { umfang, stand, hash },
      saetze,
      tables,
      earlier: async (tx) => (await readFassungen(tx)).filter((fassung) => fassung.umfang === umfang),
    }),
  });
}

/** Shows what importing the extent from `folder` would change, and changes nothing. */
export function previewTerritoryImport(
  db: Pick<Database, 'withPublic'>,
  folder: string,
  umfang: Umfang = 'nrw',
): Promise<Result<ImportPreview>> {
  return extents[umfang].preview(db, folder);
}

/**
 * Imports an extent from `folder`, all or nothing; a second time nothing changes. The extent `uebriges-deutschland`
 * adds the rest of the country and leaves Nordrhein-Westfalen alone.
 */
export function applyTerritoryImport(
  db: Pick<Database, 'withReference'>,
  actor: Actor,
  folder: string,
  umfang: Umfang = 'nrw',
): Promise<Result<ImportOutcome>> {
  return extents[umfang].apply(db, actor, folder);
}

/** Brings the territory that the product ships: Nordrhein-Westfalen at the first start, the rest of Germany on demand. */
export function loadTerritoryData(
  db: Pick<Database, 'withPublic' | 'withReference'>,
  actor: Actor,
  folder: string,
  umfang: Umfang = 'nrw',
): Promise<Result<{ readonly loaded: boolean }>> {
  return extents[umfang].load(db, actor, folder);
}
