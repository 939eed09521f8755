import type { ListDefinition } from '../list/definition.ts';
import { exportColumns, exportText } from './export-value.ts';

const rowsPerChunk = 500;

/**
 * Rows as CSV, chunk by chunk: UTF-8 with byte order mark, semicolons, CRLF, quotes by RFC 4180. Text that a
 * spreadsheet would run as a formula gets an apostrophe in front.
 */
export async function* exportCsv<Row>(
  definition: Pick<ListDefinition<Row>, 'columns'>,
  rows: Iterable<Row> | AsyncIterable<Row>,
): AsyncGenerator<string> {
  const columns = exportColumns(definition);
  let chunk = `\uFEFF${csvLine(columns.map((column) => column.label))}`;
  let count = 0;
  for await (const row of rows) {
    chunk += csvLine(columns.map((column) => exportText(column.value(row))));
    count += 1;
    if (count % rowsPerChunk === 0) {
      yield chunk;
      chunk = '';
    }
  }
  if (chunk) yield chunk;
}

function csvLine(cells: readonly string[]): string {
  return `${cells.map(csvCell).join(';')}\r\n`;
}

function csvCell(text: string): string {
  return /[;"\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
