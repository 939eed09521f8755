import type { ListColumn, ListDefinition, ListGroup } from './definition.ts';

const german = new Intl.Collator('de', { numeric: true });

/** Rows group by group, each group in the order in which its rows came; groups in German order, rows without one last. */
export function groupRows<Row>(
  definition: Pick<ListDefinition<Row>, 'columns' | 'groupings'>,
  rows: readonly Row[],
  grouping: string | null,
): { readonly rows: readonly Row[]; readonly groups: readonly ListGroup[] } {
  const by = definition.groupings?.find(({ key }) => key === grouping);
  if (!by) return { rows, groups: [] };
  const found = [...Map.groupBy(rows, (row) => by.value(row) || null)].sort(([a], [b]) =>
    compareLabels(a, b),
  );
  const ordered: Row[] = [];
  const groups = found.map(([label, own]): ListGroup => {
    const first = ordered.length;
    for (const row of own) ordered.push(row);
    return { label, first, count: own.length, totals: totalsOf(definition, own) };
  });
  return { rows: ordered, groups };
}

/** The sums of the columns that are added up, by their key. */
export function totalsOf<Row>(
  { columns }: Pick<ListDefinition<Row>, 'columns'>,
  rows: readonly Row[],
): Readonly<Record<string, number>> {
  return Object.fromEntries(
    columns.filter(({ total }) => total === 'sum').map((column) => [column.key, sumOf(column, rows)]),
  );
}

function sumOf<Row>({ value }: ListColumn<Row>, rows: readonly Row[]): number {
  let sum = 0;
  for (const row of rows) {
    const one = value(row);
    if (typeof one === 'number') sum += one;
  }
  return sum;
}

function compareLabels(a: string | null, b: string | null): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
  return german.compare(a, b);
}
