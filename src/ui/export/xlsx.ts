import { formatInstant } from '../format.ts';
import type { CellValue, ListColumn, ListDefinition } from '../list/definition.ts';
import { messages } from '../messages.ts';
import { exportColumns } from './export-value.ts';
import { notesXml, sheetXml } from './sheet-xml.ts';
import { workbookParts } from './workbook-parts.ts';
import { zipStream } from './zip-stream.ts';

/** What a reader must know about an exported table; stands on a sheet of its own. */
export interface ExportNotes {
  readonly title: string;
  readonly source: string;
  /** State of the data, as text: „05.10.2019“. */
  readonly state: string;
  /** What narrowed the table, one line each. */
  readonly filters: readonly string[];
  readonly demo: boolean;
  readonly createdAt: Date;
}

/**
 * Rows as an Excel workbook with a second sheet of notes, piece by piece: rows are asked for as they are written, so
 * neither they nor the workbook need to fit into memory.
 */
export function exportXlsx<Row>(
  definition: Pick<ListDefinition<Row>, 'id' | 'columns'>,
  rows: Iterable<Row> | AsyncIterable<Row>,
  notes: ExportNotes,
): AsyncGenerator<Uint8Array> {
  const columns = exportColumns(definition);
  let count = 0;
  async function* cells(): AsyncGenerator<readonly CellValue[]> {
    for await (const row of rows) {
      count += 1;
      yield columns.map((column) => column.value(row));
    }
  }
  const heads = columns.map((column) => ({
    label: column.label,
    date: column.kind === 'date',
    width: widthOf(column),
  }));
  return zipStream([
    ...workbookParts([notes.title, messages.export.notes]),
    { name: 'xl/worksheets/sheet1.xml', content: () => sheetXml(heads, cells()) },
    { name: 'xl/worksheets/sheet2.xml', content: () => notesXml(notesRows(notes, count)) },
  ]);
}

function widthOf<Row>(column: ListColumn<Row>): number {
  if (column.width === 'wide') return 60;
  return Math.max(14, column.label.length + 2);
}

function notesRows(notes: ExportNotes, count: number): readonly (readonly [string, string])[] {
  const { export: text } = messages;
  return [
    [notes.title, ''],
    ...(notes.demo ? [['', text.demo] as const] : []),
    [text.source, notes.source],
    [text.state, notes.state],
    [text.filters, notes.filters.join('; ') || text.noFilters],
    [text.rows, String(count)],
    [text.created, formatInstant(notes.createdAt)],
  ];
}
