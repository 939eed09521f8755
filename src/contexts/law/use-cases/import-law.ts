import { type ReferenceImport, referenceImport, referenceImports } from '#platform';
import { hashLawData, readLawData } from '../read-law-data.ts';
import { type Umfang, umfaenge } from '../reference-files.ts';
import { readFassungen } from '../store.ts';

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

const imports = referenceImports(umfaenge, extent);

/** Shows what importing an extent from a folder would change, and changes nothing. */
export const previewLawImport = imports.preview;

/** Imports an extent from a folder, all or nothing; a second time nothing changes. */
export const applyLawImport = imports.apply;

/** Brings Akteure, registers and wordings that the product ships into the database. */
export const loadLawData = imports.load;
