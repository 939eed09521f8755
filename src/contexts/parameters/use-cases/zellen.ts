import { fieldText, type ParameterDefinition, type ParameterValue, rowsIn } from '#efa/parameter';

/** How a value stands in one cell of a spreadsheet; a table has a line for each row, its columns between bars. */
export function zellentext(definition: ParameterDefinition, wert: ParameterValue | null): string {
  if (wert === null) return '';
  if (definition.kind !== 'table') return fieldText(definition, wert);
  return rowsIn(wert)
    .map((row) => definition.columns.map((column) => fieldText(column, row[column.id])).join(' | '))
    .join('\n');
}

/** What somebody writes into a cell to take a value away; an empty cell leaves it as it is. */
export const leer = '(leer)';

/** Reads a cell as what a form would have sent; Zustellpunkte may be named instead of their ids. */
export function ausZelle(
  definition: ParameterDefinition,
  text: string,
  zustellpunkte: readonly { readonly id: string; readonly name: string }[],
): unknown {
  const trimmed = text.trim();
  if (trimmed.toLowerCase() === leer) return '';
  if (definition.kind === 'zustellpunkt')
    return zustellpunkte.find(({ name }) => name.toLowerCase() === trimmed.toLowerCase())?.id ?? trimmed;
  if (definition.kind !== 'table') return trimmed;
  return trimmed
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const cells = line.split('|');
      const known = definition.columns.map((column, index) => [
        column.id,
        ausZelle(column, cells[index] ?? '', zustellpunkte),
      ]);
      const surplus = cells
        .slice(definition.columns.length)
        .map((cell, index) => [`Spalte ${index + 1 + definition.columns.length}`, cell]);
      return Object.fromEntries([...known, ...surplus]);
    });
}
