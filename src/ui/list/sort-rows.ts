import type { CellValue, ListDefinition, SortOrder } from './definition.ts';

const german = new Intl.Collator('de', { numeric: true });

/** The positions of rows in an order; rows that are equal by all of it keep the order in which they came. */
export function sortedPositions<Row>(
  definition: Pick<ListDefinition<Row>, 'columns'>,
  rows: readonly Row[],
  orders: readonly SortOrder[],
): readonly number[] {
  const keys = orders.flatMap(({ key, descending }) => {
    const column = definition.columns.find((candidate) => candidate.key === key);
    return column ? [{ values: rows.map((row) => column.value(row)), direction: direction(descending) }] : [];
  });
  const positions = rows.map((_, position) => position);
  return keys.length === 0
    ? positions
    : positions.sort((a, b) => {
        for (const { values, direction } of keys) {
          const order = compareValues(values[a] ?? null, values[b] ?? null, direction);
          if (order !== 0) return order;
        }
        return a - b;
      });
}

function direction(descending: boolean): 1 | -1 {
  return descending ? -1 : 1;
}

function compareValues(a: CellValue, b: CellValue, direction: 1 | -1): number {
  if (a === b) return 0;
  // Rows without a value stand last in both directions.
  if (a === null || a === '') return 1;
  if (b === null || b === '') return -1;
  if (typeof a === 'number' && typeof b === 'number') return (a - b) * direction;
  return german.compare(String(a), String(b)) * direction;
}
