import { guardFormula } from '#kernel';
import type { CellValue, ListColumn, ListDefinition } from '../list/definition.ts';

/** Columns of a list in an export: all of them. */
export function exportColumns<Row>(
  definition: Pick<ListDefinition<Row>, 'columns'>,
): readonly ListColumn<Row>[] {
  return definition.columns;
}

/** A value as text of a CSV cell: decimal comma, `ja` and `nein`, guarded against formulas. */
export function exportText(value: CellValue): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value).replace('.', ',');
  if (typeof value === 'boolean') return value ? 'ja' : 'nein';
  return guardFormula(value);
}
