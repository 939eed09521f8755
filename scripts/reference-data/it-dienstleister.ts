import { itDienstleister } from './origins.ts';
import { readSource, textOrNull, wholeNumber } from './source-csv.ts';
import { type ReferenceSet, sortedBy } from './write-set.ts';

/** The municipal IT providers, without addresses. */
export function itDienstleisterSet(folder: string): ReferenceSet {
  const rows = readSource(folder, 'it_dienstleister.csv').map((row) => ({
    id: wholeNumber(row('id')),
    name: row('name'),
    ort: row('ort'),
    website: textOrNull(row('website')),
    hinweis: textOrNull(row('hinweis')),
  }));
  return {
    file: 'akteure/it-dienstleister.jsonl',
    format: 'leitwerk.it-dienstleister/1',
    titel: 'Kommunale IT-Dienstleister',
    origin: itDienstleister,
    rows: sortedBy(rows, (row) => row.id),
  };
}
