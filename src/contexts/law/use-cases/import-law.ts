import { ok, type Result } from '#kernel';
import {
  type Actor,
  type Database,
  type ImportOutcome,
  type ImportPreview,
  type ReferenceImport,
  referenceImport,
} from '#platform';
import { hashLawData, readLawData } from '../read-law-data.ts';
import { type Umfang, umfaenge } from '../reference-files.ts';
import { readFassungen } from '../store.ts';

const extents: Readonly<Record<Umfang, ReferenceImport>> = {
  akteure: extent('akteure'),
  ozg2: extent('ozg2'),
  recht: extent('recht'),
};

function extent(umfang: Umfang): ReferenceImport {
  return referenceImport({
    read: (folder) => readLawData(folder, umfang),
    hash: (folder) => hashLawData(folder, umfang),
    held: (tx) => readFassungen(tx, umfang),
    incoming: ({ stand, hash, saetze, tables }) => ({
      context: 'law',
      kopf: { umfang, stand, hash },
      saetze,
      tables,
      earlier: (tx) => readFassungen(tx, umfang),
    }),
  });
}

/** Shows what importing the extent from `folder` would change, and changes nothing. */
export function previewLawImport(
  db: Pick<Database, 'withPublic'>,
  folder: string,
  umfang: Umfang,
): Promise<Result<ImportPreview>> {
  return extents[umfang].preview(db, folder);
}

/** Imports the extent from `folder`, all or nothing; a second time nothing changes. */
export function applyLawImport(
  db: Pick<Database, 'withReference'>,
  actor: Actor,
  folder: string,
  umfang: Umfang,
): Promise<Result<ImportOutcome>> {
  return extents[umfang].apply(db, actor, folder);
}

/** Brings Akteure, registers and wordings that the product ships into the database. */
export async function loadLawData(
  db: Pick<Database, 'withPublic' | 'withReference'>,
  actor: Actor,
  folder: string,
): Promise<Result<{ readonly loaded: boolean }>> {
  let loaded = false;
  for (const umfang of umfaenge) {
    const outcome = await extents[umfang].load(db, actor, folder);
    if (!outcome.ok) return outcome;
    loaded ||= outcome.value.loaded;
  }
  return ok({ loaded });
}
