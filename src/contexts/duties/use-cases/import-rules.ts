import { referenceImport } from '#platform';
import { hashRulesData, readRulesData, regelRowsWithThema, standOf } from '../read-rules-data.ts';
import { readFassungen, regelwerkTables } from '../store.ts';

const { regel, uebertragung, bestimmung } = regelwerkTables;

/** The rule set as the product's own files bring it. */
export const {
  preview: previewRulesImport,
  apply: applyRulesImport,
  load: loadRulesData,
} = referenceImport({
  read: readRulesData,
  hash: hashRulesData,
  held: readFassungen,
  incoming: (data) => ({
    context: 'duties',
    kopf: { stand: standOf(data), hash: data.hash },
    saetze: data.saetze,
    tables: [
      { ...regel, rows: regelRowsWithThema(data) },
      { ...uebertragung, rows: data.files.uebertragungen.rows },
      { ...bestimmung, rows: data.files.bestimmungen.rows },
    ],
    earlier: readFassungen,
  }),
});
