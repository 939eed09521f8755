import { ok, type Result } from '#kernel';
import type { ListDefinition } from './definition.ts';
import { listIndex } from './list-index.ts';
import { parseListQuery } from './query.ts';

/** Parsed parameters of an operation or options of a command; the list reads those that it knows. */
export type ListValues = Readonly<Record<string, unknown>>;

/** Parameters as a list reads them from an address. */
export function toListParameters(values: ListValues): URLSearchParams {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(values))
    for (const one of [value].flat()) if (typeof one === 'string') parameters.append(name, one);
  return parameters;
}

/**
 * All rows that a list finds for the API or a command, in order. A program is told what was not understood
 * (`LIST_QUERY_INVALID`), where a person at a page gets the rest of the list.
 */
export function askedRows<Row>(
  definition: ListDefinition<Row>,
  rows: readonly Row[],
  values: ListValues,
): Result<readonly Row[]> {
  const query = parseListQuery(definition, toListParameters(values));
  return query.ok ? ok(listIndex(definition, rows).select(query.value)) : query;
}
