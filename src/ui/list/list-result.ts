import type { Page } from '#kernel';
import type { ListDefinition, ListQuery, ListResult } from './definition.ts';

/** The result of a list whose page of rows came from the database. Its filters need fixed choices; they carry no counts. */
export function listResult<Row>(
  definition: ListDefinition<Row>,
  query: ListQuery,
  page: Page<Row>,
): ListResult<Row> {
  const choices = (definition.filters ?? []).map((filter) => [
    filter.key,
    typeof filter.options === 'function' ? filter.options(page.rows) : filter.options,
  ]);
  return { ...page, query, options: Object.fromEntries(choices) };
}
