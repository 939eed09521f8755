import type { CellValue, ListColumn, ListDefinition } from '../list/definition.ts';

/** Text that a spreadsheet would read as a formula. */
const formula = /^[=+\-@\t\r\n]/;
const plainNumber = /^[+-]?\d+(?:[.,]\d+)?$/;

/** Columns of a list in an export: all of them. */
export function exportColumns<Row>(
  definition: Pick<ListDefinition<Row>, 'columns'>,
): readonly ListColumn<Row>[] {
  return definition.columns;
}

/** Puts an apostrophe before text that a spreadsheet would run as a formula. Plain numbers stay as they are. */
export function guardFormula(text: string): string {
  return formula.test(text) && !plainNumber.test(text) ? `'${text}` : text;
}

/** A value as text of a CSV cell: decimal comma, `ja` and `nein`, guarded against formulas. */
export function exportText(value: CellValue): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value).replace('.', ',');
  if (typeof value === 'boolean') return value ? 'ja' : 'nein';
  return guardFormula(value);
}
