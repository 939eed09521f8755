import writeExcelFile, { type Cell, type Row as SheetRow } from 'write-excel-file/node';
import type { CellValue } from '../list/definition.ts';

/** A workbook as plain data, so that it can go to another thread. */
export interface Workbook {
  readonly title: string;
  readonly columns: readonly { readonly label: string; readonly date: boolean; readonly width: number }[];
  readonly rows: readonly (readonly CellValue[])[];
  readonly notesTitle: string;
  readonly notes: readonly (readonly [label: string, value: string])[];
}

/** Writes the workbook: numbers and dates as such, head row fixed, notes on a second sheet. */
export async function writeWorkbook({ title, columns, rows, notesTitle, notes }: Workbook): Promise<Buffer> {
  const head: SheetRow = columns.map(({ label }) => ({ value: label, fontWeight: 'bold' }));
  const body = rows.map((row): SheetRow => columns.map(({ date }, at) => excelCell(row[at] ?? null, date)));
  return writeExcelFile([
    {
      sheet: sheetName(title),
      data: [head, ...body],
      columns: columns.map(({ width }) => ({ width })),
      stickyRowsCount: 1,
      dateFormat: 'dd.mm.yyyy',
    },
    { sheet: notesTitle, data: notes.map(noteRow), columns: [{ width: 18 }, { width: 90 }] },
  ]).toBuffer();
}

// Text cells of a workbook are never run as formulas, so nothing is put before them.
function excelCell(value: CellValue, date: boolean): Cell {
  if (value === null || value === '') return null;
  if (typeof value === 'number') return { value, type: Number };
  if (typeof value === 'boolean') return { value: value ? 'ja' : 'nein', type: String };
  if (date && /^\d{4}-\d{2}-\d{2}$/.test(value)) return { value: new Date(`${value}T00:00:00Z`), type: Date };
  return { value, type: String };
}

function noteRow([label, value]: readonly [label: string, value: string]): SheetRow {
  return [
    { value: label, fontWeight: 'bold', alignVertical: 'top' },
    { value, type: String, wrap: true },
  ];
}

// Excel allows 31 characters and none of these signs.
function sheetName(title: string): string {
  return title.replaceAll(/[\\/?*[\]:]/g, ' ').slice(0, 31);
}
