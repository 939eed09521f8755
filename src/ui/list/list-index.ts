import { pageOf } from '#kernel';
import type { FilterOption, ListDefinition, ListFilter, ListQuery, ListResult } from './definition.ts';
import { type FilterColumn, filterColumn, filterTest } from './filter-column.ts';
import { foldText, searchWords } from './fold.ts';
import { groupRows, totalsOf } from './group-rows.ts';
import { sortedPositions } from './sort-rows.ts';

/** Of how many orders the positions are kept; each costs a number a row. */
const mostOrders = 24;

/** Rows in memory, prepared so that many queries are fast. Texts and orders are worked out when first needed. */
export interface ListIndex<Row> {
  readonly run: (query: ListQuery) => ListResult<Row>;
  /** Every row that passes, in order: for exports. */
  readonly select: (query: ListQuery) => readonly Row[];
}

/** Prepares rows that do not change. */
export function listIndex<Row>(definition: ListDefinition<Row>, rows: readonly Row[]): ListIndex<Row> {
  const texts = lazily(() => rows.map((row) => textOf(definition, row)));
  const columns = (definition.filters ?? []).map((filter) => lazily(() => filterColumn(filter, rows)));
  const fixedOptions = (definition.filters ?? []).map((filter) => lazily(() => optionsOf(filter, rows)));
  const orders = new Map<string, readonly number[]>();

  function orderOf({ sort, further }: ListQuery): readonly number[] {
    const wanted = [sort, ...further];
    const name = wanted.map(({ key, descending }) => `${descending ? '-' : ''}${key}`).join(',');
    const known = orders.get(name) ?? sortedPositions(definition, rows, wanted);
    if (!orders.has(name) && orders.size >= mostOrders) orders.delete(orders.keys().next().value ?? '');
    orders.set(name, known);
    return known;
  }

  function matching(query: ListQuery): {
    readonly hits: readonly Row[];
    readonly counts: readonly (() => ReadonlyMap<string, number>)[];
  } {
    const pass = passes(definition, query, texts, columns);
    const hits: Row[] = [];
    for (const position of orderOf(query)) {
      const row = rows[position];
      if (row !== undefined && pass.test(position)) hits.push(row);
    }
    return { hits, counts: pass.counts };
  }

  return {
    select: (query) => groupRows(definition, matching(query).hits, query.grouping).rows,
    run: (query) => {
      const { hits, counts } = matching(query);
      const options: Record<string, readonly FilterOption[]> = {};
      for (const [index, filter] of (definition.filters ?? []).entries()) {
        const count = counts[index]?.();
        options[filter.key] = (fixedOptions[index]?.() ?? []).map((option) => ({
          ...option,
          count: count?.get(option.value) ?? 0,
        }));
      }
      const grouped = groupRows(definition, hits, query.grouping);
      return {
        ...pageOf(grouped.rows, { page: query.page, size: query.size }),
        query,
        options,
        groups: grouped.groups,
        totals: totalsOf(definition, hits),
      };
    },
  };
}

/** One query on rows in memory. For many queries on the same rows keep a `listIndex`. */
export function runList<Row>(
  definition: ListDefinition<Row>,
  rows: readonly Row[],
  query: ListQuery,
): ListResult<Row> {
  return listIndex(definition, rows).run(query);
}

function lazily<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

function textOf<Row>(definition: ListDefinition<Row>, row: Row): string {
  return definition.folded?.(row) ?? foldText(definition.search?.(row) ?? '');
}

function optionsOf<Row>(filter: ListFilter<Row>, rows: readonly Row[]): readonly FilterOption[] {
  return typeof filter.options === 'function' ? filter.options(rows) : filter.options;
}

/**
 * Tests rows against search and filters. On the way it counts, for each choice of a filter, the rows that pass
 * everything else: a row that fails exactly one filter counts for that filter only.
 */
function passes<Row>(
  definition: ListDefinition<Row>,
  query: ListQuery,
  texts: () => readonly string[],
  columns: readonly (() => FilterColumn)[],
): {
  readonly test: (position: number) => boolean;
  readonly counts: readonly (() => ReadonlyMap<string, number>)[];
} {
  const words = searchWords(query.search);
  const folded = words.length > 0 ? texts() : [];
  const tests = (definition.filters ?? []).flatMap((filter, index) => {
    const column = columns[index]?.();
    return column ? [filterTest(column, query.filters[filter.key] ?? [])] : [];
  });

  const says = (text: string) => words.every((word) => word.some((spelling) => text.includes(spelling)));

  function test(position: number): boolean {
    if (words.length > 0 && !says(folded[position] ?? '')) return false;
    const failed = tests.find((filter) => !filter.passes(position));
    if (failed === undefined) for (const filter of tests) filter.count(position);
    else if (tests.every((filter) => filter === failed || filter.passes(position))) failed.count(position);
    return failed === undefined;
  }
  return { test, counts: tests.map((filter) => filter.counts) };
}
