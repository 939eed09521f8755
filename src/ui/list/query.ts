import { type FieldProblem, ok, type Refusal, refuse } from '#kernel';
import {
  defaultPageSizes,
  type ListDefinition,
  type ListFilter,
  type ListQuery,
  type ParsedListQuery,
  type SortOrder,
} from './definition.ts';
import { listParameters, shorten, viewParameter } from './parameters.ts';
import { readColumns, readFurther, readGrouping, sortOrder } from './query-view.ts';

const longestSearch = 200;
const longestValue = 200;
const mostValues = 100;
/** Of how many values a refusal names them all. */
const mostNamed = 20;

/**
 * Reads what the address asks of a list. Parameters that the list does not know are passed over; a value that it
 * cannot understand is refused (`LIST_QUERY_INVALID`) with one problem per parameter.
 */
export function parseListQuery<Row>(
  definition: ListDefinition<Row>,
  parameters: URLSearchParams,
): ParsedListQuery {
  const { query, problems } = readListQuery(definition, parameters);
  return problems.length === 0 ? ok(query) : refuse(refusalOf(problems));
}

/** As `parseListQuery`, but replaces what it cannot understand by the default, and says so: for pages. */
export function readListQuery<Row>(
  definition: ListDefinition<Row>,
  parameters: URLSearchParams,
): { readonly query: ListQuery; readonly problems: readonly FieldProblem[] } {
  const problems: FieldProblem[] = [];
  const sort = readSort(definition, parameters, problems);
  const query = {
    search: readSearch(parameters, problems),
    filters: readFilters(definition, parameters, problems),
    sort,
    further: readFurther(definition, parameters, sort),
    columns: readColumns(definition, parameters),
    grouping: readGrouping(definition, parameters, problems),
    page: readPage(parameters, problems),
    size: readSize(definition, parameters, problems),
    kept: readKept(definition, parameters),
  };
  return { query, problems };
}

function refusalOf(problems: readonly FieldProblem[]): Refusal {
  return {
    kind: 'invalid',
    code: 'LIST_QUERY_INVALID',
    message: `Die Liste kann diese Anfrage nicht beantworten. ${problems.map((problem) => problem.message).join(' ')}`,
    fields: problems,
  };
}

function readSearch(parameters: URLSearchParams, problems: FieldProblem[]): string {
  const text = (parameters.get(listParameters.search) ?? '')
    .normalize('NFC')
    .replaceAll(/\p{Cc}/gu, ' ')
    .trim();
  if (text.length <= longestSearch) return text;
  problems.push({
    field: listParameters.search,
    message: `Der Suchtext ist zu lang. Erlaubt sind ${longestSearch} Zeichen.`,
  });
  return text.slice(0, longestSearch);
}

function readSort<Row>(
  definition: ListDefinition<Row>,
  parameters: URLSearchParams,
  problems: FieldProblem[],
): SortOrder {
  const text = parameters.get(listParameters.sort);
  if (!text) return definition.defaultSort;
  const sort = sortOrder(definition, text);
  if (sort) return sort;
  const sortable = definition.columns.filter((column) => column.sortable).map((column) => column.key);
  problems.push({
    field: listParameters.sort,
    message: `Nach „${shorten(text)}“ kann die Liste nicht sortieren. Möglich ist: ${sortable.join(', ') || 'keine Sortierung'}; mit Minuszeichen davor absteigend.`,
  });
  return definition.defaultSort;
}

function readPage(parameters: URLSearchParams, problems: FieldProblem[]): number {
  const text = parameters.get(listParameters.page);
  if (!text) return 1;
  if (/^[1-9]\d{0,6}$/.test(text)) return Number(text);
  problems.push({
    field: listParameters.page,
    message: `„${shorten(text)}“ ist keine Seite. Die Zählung beginnt bei 1.`,
  });
  return 1;
}

function readSize<Row>(
  definition: ListDefinition<Row>,
  parameters: URLSearchParams,
  problems: FieldProblem[],
): number {
  const sizes = definition.pageSizes ?? defaultPageSizes;
  const standard = sizes[0] ?? 25;
  const text = parameters.get(listParameters.size);
  if (!text) return standard;
  const size = sizes.find((candidate) => String(candidate) === text);
  if (size !== undefined) return size;
  problems.push({
    field: listParameters.size,
    message: `${shorten(text)} Zeilen je Seite gibt es nicht. Möglich ist: ${sizes.join(', ')}.`,
  });
  return standard;
}

function readFilters<Row>(
  definition: ListDefinition<Row>,
  parameters: URLSearchParams,
  problems: FieldProblem[],
): Readonly<Record<string, readonly string[]>> {
  const filters: Record<string, readonly string[]> = {};
  for (const filter of definition.filters ?? []) {
    const values = readFilter(filter, parameters, problems);
    if (values.length > 0) filters[filter.key] = values;
  }
  return filters;
}

function readFilter<Row>(
  filter: ListFilter<Row>,
  parameters: URLSearchParams,
  problems: FieldProblem[],
): readonly string[] {
  const given = [...new Set(parameters.getAll(filter.key).filter((value) => value !== ''))].slice(
    0,
    mostValues,
  );
  const known = typeof filter.options === 'function' ? null : filter.options.map(({ value }) => value);
  const accepted = given.filter((value) => (known ? known.includes(value) : value.length <= longestValue));
  const remedy = known && known.length <= mostNamed ? ` Möglich ist: ${known.join(', ')}.` : '';
  for (const value of given) {
    if (accepted.includes(value)) continue;
    problems.push({
      field: filter.key,
      message: `„${shorten(value)}“ gibt es bei „${filter.label}“ nicht.${remedy}`,
    });
  }
  return accepted;
}

function readKept<Row>(
  definition: ListDefinition<Row>,
  parameters: URLSearchParams,
): Readonly<Record<string, string>> {
  const kept: Record<string, string> = {};
  for (const name of [...(definition.keeps ?? []), viewParameter]) {
    const value = parameters.get(name);
    if (value) kept[name] = value;
  }
  return kept;
}
