import { keyOfHeading } from '#fields';
import { foldGerman } from '#kernel';
import type { Blatt } from '../store-einlesung.ts';
import { idLabel, tableFields } from '../views/loesung-table.ts';

/** What the columns of own fields are called here. */
export const ownPrefix = 'feld.';

/** Where the fields of a Lösung stand in a table. */
export interface Head {
  readonly index: number;
  readonly columnOf: ReadonlyMap<string, number>;
  readonly labels: readonly string[];
  readonly ignored: readonly string[];
}

const fieldByLabel = new Map([
  [foldGerman(idLabel), 'id'],
  ...tableFields.map(({ field, label }) => [foldGerman(label), field] as const),
]);
/** What the column of a field is called. */
export const labelByField = new Map([
  ['id', idLabel],
  ...tableFields.map(({ field, label }) => [field, label] as const),
]);

/** The head is the first row that names the column „Name“ and one more that we know. */
export function readHead({ rows }: Blatt): Head | null {
  for (const [index, { cells }] of rows.slice(0, 20).entries()) {
    const columnOf = new Map<string, number>();
    for (const [column, label] of cells.entries()) {
      const own = keyOfHeading(label.trim());
      const field = own === null ? fieldByLabel.get(foldGerman(label.trim())) : `${ownPrefix}${own}`;
      if (field !== undefined && !columnOf.has(field)) columnOf.set(field, column);
    }
    if (!columnOf.has('name') || columnOf.size < 2) continue;
    const known = new Set(columnOf.values());
    const ignored = cells.filter((label, column) => label.trim() !== '' && !known.has(column));
    return { index, columnOf, labels: cells, ignored };
  }
  return null;
}
