import { exportCsv } from '../export/csv.ts';
import { type ExportNotes, exportXlsx } from '../export/xlsx.ts';
import type { ListDefinition, ListFilter, ListQuery } from './definition.ts';

/** The two formats in which every list leaves the house. */
export type ListFormat = 'csv' | 'xlsx';

/** A list as a file to download. */
export interface ListDownload {
  readonly kind: 'download';
  readonly fileName: string;
  readonly contentType: string;
  readonly body: ReadableStream<Uint8Array> | Uint8Array<ArrayBuffer>;
}

/** Rows that a query selected, as a file; `fileName` comes without ending. */
export async function listDownload<Row>(
  definition: ListDefinition<Row>,
  rows: Iterable<Row> | AsyncIterable<Row>,
  query: ListQuery,
  format: ListFormat,
  file: { readonly fileName: string; readonly notes: Omit<ExportNotes, 'filters'> },
): Promise<ListDownload> {
  if (format === 'csv') {
    const body = ReadableStream.from(exportCsv(definition, rows)).pipeThrough(new TextEncoderStream());
    return {
      kind: 'download',
      fileName: `${file.fileName}.csv`,
      contentType: 'text/csv; charset=utf-8',
      body,
    };
  }
  const notes = { ...file.notes, filters: describeQuery(definition, query) };
  return {
    kind: 'download',
    fileName: `${file.fileName}.xlsx`,
    contentType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    body: ReadableStream.from(exportXlsx(definition, rows, notes)),
  };
}

/** What narrowed a list, in words, one line each. */
function describeQuery<Row>(definition: ListDefinition<Row>, query: ListQuery): readonly string[] {
  const filters = (definition.filters ?? []).flatMap((filter) => {
    const chosen = (query.filters[filter.key] ?? []).map((value) => labelOf(filter.options, value));
    return chosen.length > 0 ? [`${filter.label}: ${chosen.join(', ')}`] : [];
  });
  return query.search ? [`Suche: ${query.search}`, ...filters] : filters;
}

function labelOf<Row>(options: ListFilter<Row>['options'], value: string): string {
  if (typeof options === 'function') return value;
  return options.find((option) => option.value === value)?.label ?? value;
}
