import type { ListDefinition, ListQuery } from './definition.ts';
import { listParameters } from './query.ts';

/** The parameters that lead to this query again; defaults are left out, so addresses stay short. */
export function listParametersOf<Row>(definition: ListDefinition<Row>, query: ListQuery): URLSearchParams {
  const parameters = new URLSearchParams(query.kept);
  if (query.search) parameters.set(listParameters.search, query.search);
  for (const [key, values] of Object.entries(query.filters)) {
    for (const value of values) parameters.append(key, value);
  }
  const { key, descending } = query.sort;
  if (key !== definition.defaultSort.key || descending !== definition.defaultSort.descending) {
    parameters.set(listParameters.sort, descending ? `-${key}` : key);
  }
  if (query.page > 1) parameters.set(listParameters.page, String(query.page));
  if (query.size !== (definition.pageSizes?.[0] ?? 25))
    parameters.set(listParameters.size, String(query.size));
  return parameters;
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
