import type { FieldProblem } from '#kernel';
import { type ListDefinition, type SortOrder, shownColumns } from './definition.ts';
import { listParameters, shorten } from './parameters.ts';

const mostFurther = 2;

/** `-faelle` as an order of this list; `null` where it cannot be ordered so. */
export function sortOrder<Row>({ columns }: ListDefinition<Row>, text: string): SortOrder | null {
  const descending = text.startsWith('-');
  const key = descending ? text.slice(1) : text;
  return columns.some((column) => column.sortable && column.key === key) ? { key, descending } : null;
}

/** The orders after the first one; each column once, what is not understood is left out. */
export function readFurther<Row>(
  definition: ListDefinition<Row>,
  parameters: URLSearchParams,
  first: SortOrder,
): readonly SortOrder[] {
  const further: SortOrder[] = [];
  for (const text of parameters.getAll(listParameters.further)) {
    const order = sortOrder(definition, text);
    if (order && [first, ...further].every(({ key }) => key !== order.key)) further.push(order);
  }
  return further.slice(0, mostFurther);
}

/** The chosen columns in the list's own order; `null` where they are the usual ones. */
export function readColumns<Row>(
  definition: ListDefinition<Row>,
  parameters: URLSearchParams,
): readonly string[] | null {
  const chosen = new Set(parameters.getAll(listParameters.columns));
  const keys = definition.columns
    .filter(({ key, exportOnly }) => !exportOnly && chosen.has(key))
    .map(({ key }) => key);
  if (keys.length === 0) return null;
  const shown = shownColumns(definition, keys).map(({ key }) => key);
  const usual = shownColumns(definition, null).map(({ key }) => key);
  return shown.join('\n') === usual.join('\n') ? null : shown;
}

export function readGrouping<Row>(
  { groupings = [] }: ListDefinition<Row>,
  parameters: URLSearchParams,
  problems: FieldProblem[],
): string | null {
  const text = parameters.get(listParameters.grouping);
  if (!text) return null;
  const known = groupings.find(({ key }) => key === text);
  if (known) return known.key;
  if (groupings.length > 0)
    problems.push({
      field: listParameters.grouping,
      message: `Nach „${shorten(text)}“ kann die Liste nicht gruppieren. Möglich ist: ${groupings.map(({ key }) => key).join(', ')}.`,
    });
  return null;
}
