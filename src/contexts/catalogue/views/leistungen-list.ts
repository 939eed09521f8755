import { type FieldProblem, type LocalDate, parseLocalDate } from '#kernel';
import { type ListDefinition, type ListQuery, type ListResult, listIndex, readListQuery } from '#ui';
import type { Leistungsenden } from '../domain/ended.ts';
import { messages } from '../messages.ts';
import type { CatalogueIndex } from '../use-cases/catalogue-indexer.ts';
import { type LeistungRow, leistungRows } from './leistung-row.ts';
import { leistungColumns, scoreColumn } from './leistungen-columns.ts';
import { leistungFilters } from './leistungen-filters.ts';

type Definition = ListDefinition<LeistungRow>;

/** What the address asks of the list, read and made sense of. */
export interface AskedList {
  readonly definition: Definition;
  readonly query: ListQuery;
  readonly problems: readonly FieldProblem[];
  /** Rows that have ended by this day are left out; `null` asks for the whole stock. */
  readonly datum: LocalDate | null;
  /** The day that was asked for; links carry it along. */
  readonly given: LocalDate | null;
}

/** The list of all Leistungen of one catalogue, prepared for many queries. */
export interface LeistungenList {
  readonly read: (parameters: URLSearchParams, today: LocalDate, pageSizes?: readonly number[]) => AskedList;
  readonly run: (asked: AskedList) => ListResult<LeistungRow>;
  /** Every row that passes, in order: for exports. */
  readonly select: (asked: AskedList) => readonly LeistungRow[];
}

const pageSizes = [25, 50, 100];

/**
 * Prepares the list. Words are left to the catalogue's own search, whose ranking then is the order by default; who searches
 * and names no day sees what is in force today.
 */
export function leistungenList(index: CatalogueIndex, enden: Leistungsenden): LeistungenList {
  const { catalogue } = index;
  const plain: Definition = {
    id: 'leistungen',
    columns: leistungColumns(catalogue.fassung, null),
    search: () => '',
    searchHint: messages.listSearchHint,
    filters: leistungFilters(catalogue),
    defaultSort: { key: 'name', descending: false },
    pageSizes,
    keeps: [dateParameter],
  };
  const ranked: Definition = {
    ...plain,
    columns: [...plain.columns, scoreColumn],
    defaultSort: { key: 'treffer', descending: true },
  };
  const rows = leistungRows(catalogue, enden);
  const rowById = new Map(rows.map((row) => [row.leistung.id, row]));
  const all = listIndex(plain, rows);

  function found(words: string): readonly LeistungRow[] {
    return index.find(words).flatMap(({ id, score }) => {
      const row = rowById.get(id);
      return row ? [{ ...row, score }] : [];
    });
  }

  // Few days end something, so few lists are kept.
  const byLastDay = new Map<string, typeof all>();

  function asOf(day: LocalDate) {
    const lastDays = rows.flatMap(({ endetAm }) => (endetAm !== null && endetAm < day ? [endetAm] : []));
    const key = lastDays.toSorted().at(-1) ?? '';
    const list = byLastDay.get(key) ?? listIndex(plain, rows.filter(inForce(day)));
    byLastDay.set(key, list);
    return list;
  }

  function listFor({ definition, query, datum }: AskedList) {
    if (query.search === '') return datum === null ? all : asOf(datum);
    const hits = found(query.search);
    return listIndex(definition, datum === null ? hits : hits.filter(inForce(datum)));
  }

  return {
    read: (parameters, today, sizes = pageSizes) => {
      const searched = Boolean(parameters.get('suche')?.trim());
      const day = readDay(parameters);
      const columns = leistungColumns(catalogue.fassung, day.date);
      const definition = searched
        ? { ...ranked, columns: [...columns, scoreColumn], pageSizes: sizes }
        : { ...plain, columns, pageSizes: sizes };
      const { query, problems } = readListQuery(definition, parameters);
      return {
        definition,
        query,
        problems: [...problems, ...day.problems],
        datum: day.date ?? (searched ? today : null),
        given: day.date,
      };
    },
    run: (asked) => {
      const result = listFor(asked).run({ ...asked.query, search: '' });
      return { ...result, query: asked.query };
    },
    select: (asked) => listFor(asked).select({ ...asked.query, search: '' }),
  };
}

const dateParameter = 'datum';

function inForce(day: LocalDate): (row: LeistungRow) => boolean {
  return ({ endetAm }) => endetAm === null || day <= endetAm;
}

/** The day that an address names; null where it names none that can be read. */
export function readDay(parameters: URLSearchParams): {
  readonly date: LocalDate | null;
  readonly problems: readonly FieldProblem[];
} {
  const given = parameters.get(dateParameter);
  if (given === null || given.trim() === '') return { date: null, problems: [] };
  const date = parseLocalDate(given.trim());
  if (date.ok) return { date: date.value, problems: [] };
  return { date: null, problems: [{ field: dateParameter, message: date.refusal.message }] };
}
