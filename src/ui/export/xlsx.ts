import writeExcelFile, { type Cell, type Row as SheetRow } from 'write-excel-file/node';
import { formatInstant } from '../format.ts';
import type { CellValue, ListColumn, ListDefinition } from '../list/definition.ts';
import { messages } from '../messages.ts';
import { exportColumns } from './export-value.ts';

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

/** Rows as an Excel workbook: numbers and dates as such, head row fixed, notes on a second sheet. */
export async function exportXlsx<Row>(
  definition: Pick<ListDefinition<Row>, 'id' | 'columns'>,
  rows: readonly Row[],
  notes: ExportNotes,
): Promise<Buffer> {
  const columns = exportColumns(definition);
  const head: SheetRow = columns.map((column) => ({ value: column.label, fontWeight: 'bold' }));
  const body = rows.map((row): SheetRow => columns.map((column) => excelCell(column, column.value(row))));
  return writeExcelFile([
    {
      sheet: sheetName(notes.title),
      data: [head, ...body],
      columns: columns.map((column) => ({ width: widthOf(column) })),
      stickyRowsCount: 1,
      dateFormat: 'dd.mm.yyyy',
    },
    {
      sheet: messages.export.notes,
      data: notesRows(notes, rows.length),
      columns: [{ width: 18 }, { width: 90 }],
    },
  ]).toBuffer();
}

// Text cells of a workbook are never run as formulas, so nothing is put before them.
function excelCell<Row>(column: ListColumn<Row>, value: CellValue): Cell {
  if (value === null || value === '') return null;
  if (typeof value === 'number') return { value, type: Number };
  if (typeof value === 'boolean') return { value: value ? 'ja' : 'nein', type: String };
  if (column.kind === 'date' && /^\d{4}-\d{2}-\d{2}$/.test(value))
    return { value: new Date(`${value}T00:00:00Z`), type: Date };
  return { value, type: String };
}

function widthOf<Row>(column: ListColumn<Row>): number {
  if (column.width === 'wide') return 60;
  return Math.max(14, column.label.length + 2);
}

function notesRows(notes: ExportNotes, count: number): SheetRow[] {
  const { export: text } = messages;
  const line = (label: string, value: string): SheetRow => [
    { value: label, fontWeight: 'bold', alignVertical: 'top' },
    { value, type: String, wrap: true },
  ];
  return [
    line(notes.title, ''),
    ...(notes.demo ? [line('', text.demo)] : []),
    line(text.source, notes.source),
    line(text.state, notes.state),
    line(text.filters, notes.filters.join('; ') || text.noFilters),
    line(text.rows, String(count)),
    line(text.created, formatInstant(notes.createdAt)),
  ];
}

// Excel allows 31 characters and none of these signs.
function sheetName(title: string): string {
  return title.replaceAll(/[\\/?*[\]:]/g, ' ').slice(0, 31);
}
