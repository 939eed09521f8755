import { referenceImport } from '#platform';
import { hashCatalogueData, readCatalogueData } from '../read-catalogue-data.ts';
import { incomingTables, readFassungen, readHashes } from '../store.ts';

/** The catalogue as the product's own files bring it. */
export const {
  preview: previewCatalogueImport,
  apply: applyCatalogueImport,
  load: loadCatalogueData,
} = referenceImport({
  read: readCatalogueData,
  hash: hashCatalogueData,
  held: readHashes,
  incoming: (data) => ({
    context: 'catalogue',
    kopf: { stand: data.files.leistungen.kopf.stand, hash: data.hash },
    saetze: data.saetze,
    tables: incomingTables(data),
    earlier: readFassungen,
  }),
});
