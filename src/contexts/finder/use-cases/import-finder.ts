import { type ReferenceImport, referenceImport, referenceImports, type Tx } from '#platform';
import { hashFinderData, readFinderData } from '../read-finder-data.ts';
import { lebenslagenFormats, thesaurusFormats, type Umfang, umfaenge } from '../reference-files.ts';
import { readFassungen, readFinderFile } from '../store.ts';

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

const imports = referenceImports(umfaenge, extent);

/** Shows what importing an extent from a folder would change, and changes nothing. */
export const previewFinderImport = imports.preview;

/** Imports an extent from a folder, all or nothing; a second time nothing changes. Editors' changes stay. */
export const applyFinderImport = imports.apply;

/** Brings thesaurus and life situations that the product ships into the database. */
export const loadFinderData = imports.load;

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
