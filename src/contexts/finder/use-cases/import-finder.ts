import { ok, type Result } from '#kernel';
import {
  type Actor,
  type Database,
  type ImportOutcome,
  type ImportPreview,
  type ReferenceImport,
  referenceImport,
  type Tx,
} from '#platform';
import { hashFinderData, readFinderData } from '../read-finder-data.ts';
import { lebenslagenFormats, thesaurusFormats, type Umfang, umfaenge } from '../reference-files.ts';
import { readFassungen, readFinderFile } from '../store.ts';

const extents: Readonly<Record<Umfang, ReferenceImport>> = {
  thesaurus: extent('thesaurus'),
  lebenslagen: extent('lebenslagen'),
};

function extent(umfang: Umfang): ReferenceImport {
  return referenceImport({
    read: (folder) => readFinderData(folder, umfang),
    hash: (folder) => hashFinderData(folder, umfang),
    held: (tx) => readFassungen(tx, umfang),
    incoming: ({ stand, hash, saetze, tables }) => ({
      context: 'finder',
      kopf: { umfang, stand, hash },
      saetze,
      tables,
      earlier: (tx) => readFassungen(tx, umfang),
    }),
  });
}

/** Shows what importing the extent from `folder` would change, and changes nothing. */
export function previewFinderImport(
  db: Pick<Database, 'withPublic'>,
  folder: string,
  umfang: Umfang,
): Promise<Result<ImportPreview>> {
  return extents[umfang].preview(db, folder);
}

/** Imports the extent from `folder`, all or nothing; a second time nothing changes. Editors' changes stay. */
export function applyFinderImport(
  db: Pick<Database, 'withReference'>,
  actor: Actor,
  folder: string,
  umfang: Umfang,
): Promise<Result<ImportOutcome>> {
  return extents[umfang].apply(db, actor, folder);
}

/** Brings thesaurus and life situations that the product ships into the database. */
export async function loadFinderData(
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

const saetze = { ...thesaurusFormats, ...lebenslagenFormats };

/** A file as the newest import has it, in the project's own format; null where nothing is loaded. */
export async function currentFinderFile(tx: Tx, umfang: Umfang, file: string): Promise<string | null> {
  const satz = satzNamen.find((each) => saetze[each].file === file);
  const current = satz === undefined ? null : await readFinderFile(tx, umfang, satz);
  if (current === null) return null;
  const lines = [{ kopf: { ...current.kopf, zeilen: current.rows.length } }, ...current.rows];
  return `${lines.map((line) => JSON.stringify(line)).join('\n')}\n`;
}

const satzNamen = ['thesaurus', 'synonyme', 'lebenslagen'] as const;
