import type { ListDefinition, ListQuery, SortOrder } from './definition.ts';
import { listParameters } from './parameters.ts';

/** The parameters that lead to this query again; defaults are left out, so addresses stay short. */
export function listParametersOf<Row>(definition: ListDefinition<Row>, query: ListQuery): URLSearchParams {
  const parameters = new URLSearchParams(query.kept);
  if (query.search) parameters.set(listParameters.search, query.search);
  for (const [key, values] of Object.entries(query.filters)) {
    for (const value of values) parameters.append(key, value);
  }
  addView(definition, query, parameters);
  if (query.page > 1) parameters.set(listParameters.page, String(query.page));
  if (query.size !== (definition.pageSizes?.[0] ?? 25))
    parameters.set(listParameters.size, String(query.size));
  return parameters;
}

/** How the rows are ordered, grouped and shown. */
function addView<Row>(definition: ListDefinition<Row>, query: ListQuery, parameters: URLSearchParams): void {
  const { sort, further, columns, grouping } = query;
  const usual = definition.defaultSort;
  if (sort.key !== usual.key || sort.descending !== usual.descending)
    parameters.set(listParameters.sort, orderText(sort));
  for (const one of further) parameters.append(listParameters.further, orderText(one));
  for (const column of columns ?? []) parameters.append(listParameters.columns, column);
  if (grouping) parameters.set(listParameters.grouping, grouping);
}

/** An order as addresses write it. */
export function orderText({ key, descending }: SortOrder): string {
  return descending ? `-${key}` : key;
}

/** The address of the list with some of its query changed. Any change but of the page leads to page 1. */
export function listAddress<Row>(
  definition: ListDefinition<Row>,
  action: string,
  query: ListQuery,
  change: Partial<ListQuery> = {},
): string {
  const parameters = listParametersOf(definition, { ...query, page: 1, ...change }).toString();
  return parameters ? `${action}?${parameters}` : action;
}

/** The query without one chosen value of a filter. */
export function withoutFilterValue(query: ListQuery, key: string, value: string): ListQuery {
  const filters = {
    ...query.filters,
    [key]: (query.filters[key] ?? []).filter((chosen) => chosen !== value),
  };
  return { ...query, filters };
}
