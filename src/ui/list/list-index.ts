import { pageOf } from '#kernel';
import type {
  CellValue,
  FilterOption,
  ListDefinition,
  ListFilter,
  ListQuery,
  ListResult,
  SortOrder,
} from './definition.ts';
import { type FilterColumn, filterColumn, filterTest } from './filter-column.ts';
import { foldText, searchWords } from './fold.ts';

/** Rows in memory, prepared so that many queries are fast. Texts and orders are worked out when first needed. */
export interface ListIndex<Row> {
  readonly run: (query: ListQuery) => ListResult<Row>;
  /** Every row that passes, in order: for exports. */
  readonly select: (query: ListQuery) => readonly Row[];
}

const german = new Intl.Collator('de', { numeric: true });

/** Prepares rows that do not change. */
export function listIndex<Row>(definition: ListDefinition<Row>, rows: readonly Row[]): ListIndex<Row> {
  const texts = lazily(() => rows.map((row) => textOf(definition, row)));
  const columns = (definition.filters ?? []).map((filter) => lazily(() => filterColumn(filter, rows)));
  const fixedOptions = (definition.filters ?? []).map((filter) => lazily(() => optionsOf(filter, rows)));
  const orders = new Map<string, readonly number[]>();

  function orderOf(sort: SortOrder): readonly number[] {
    const name = `${sort.descending ? '-' : ''}${sort.key}`;
    const known = orders.get(name) ?? sortedPositions(definition, rows, sort);
    orders.set(name, known);
    return known;
  }

  function matching(query: ListQuery): {
    readonly hits: readonly Row[];
    readonly counts: readonly (() => ReadonlyMap<string, number>)[];
  } {
    const pass = passes(definition, query, texts, columns);
    const hits: Row[] = [];
    for (const position of orderOf(query.sort)) {
      const row = rows[position];
      if (row !== undefined && pass.test(position)) hits.push(row);
    }
    return { hits, counts: pass.counts };
  }

  return {
    select: (query) => matching(query).hits,
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
      return { ...pageOf(hits, { page: query.page, size: query.size }), query, options };
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

function sortedPositions<Row>(
  definition: ListDefinition<Row>,
  rows: readonly Row[],
  sort: SortOrder,
): readonly number[] {
  const column = definition.columns.find((candidate) => candidate.key === sort.key);
  const positions = rows.map((_, position) => position);
  if (!column) return positions;
  const keys = rows.map((row) => column.value(row));
  const direction = sort.descending ? -1 : 1;
  // Equal rows keep the order in which they came, so that pages neither lose nor double a row.
  return positions.sort((a, b) => compareValues(keys[a] ?? null, keys[b] ?? null, direction) || a - b);
}

function compareValues(a: CellValue, b: CellValue, direction: 1 | -1): number {
  if (a === b) return 0;
  // Rows without a value stand last in both directions.
  if (a === null || a === '') return 1;
  if (b === null || b === '') return -1;
  if (typeof a === 'number' && typeof b === 'number') return (a - b) * direction;
  return german.compare(String(a), String(b)) * direction;
}
