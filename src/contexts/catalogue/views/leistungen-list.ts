import type { FieldProblem } from '#kernel';
import { type ListDefinition, type ListQuery, type ListResult, listIndex, readListQuery } from '#ui';
import { messages } from '../messages.ts';
import type { CatalogueIndex } from '../use-cases/search-catalogue.ts';
import { type LeistungRow, leistungRows } from './leistung-row.ts';
import { leistungColumns, scoreColumn } from './leistungen-columns.ts';
import { leistungFilters } from './leistungen-filters.ts';

type Definition = ListDefinition<LeistungRow>;

/** What the address asks of the list, read and made sense of. */
export interface AskedList {
  readonly definition: Definition;
  readonly query: ListQuery;
  readonly problems: readonly FieldProblem[];
}

/** The list of all Leistungen of one catalogue, prepared for many queries. */
export interface LeistungenList {
  readonly read: (parameters: URLSearchParams, pageSizes?: readonly number[]) => AskedList;
  readonly run: (asked: AskedList) => ListResult<LeistungRow>;
  /** Every row that passes, in order: for exports. */
  readonly select: (asked: AskedList) => readonly LeistungRow[];
}

const pageSizes = [25, 50, 100];

/** Prepares the list. Words are left to the catalogue's own search, whose ranking then is the order by default. */
export function leistungenList(index: CatalogueIndex): LeistungenList {
  const { catalogue } = index;
  const plain: Definition = {
    id: 'leistungen',
    columns: leistungColumns(catalogue.fassung),
    search: () => '',
    searchHint: messages.listSearchHint,
    filters: leistungFilters(catalogue),
    defaultSort: { key: 'name', descending: false },
    pageSizes,
  };
  const ranked: Definition = {
    ...plain,
    columns: [...plain.columns, scoreColumn],
    defaultSort: { key: 'treffer', descending: true },
  };
  const rows = leistungRows(catalogue);
  const rowById = new Map(rows.map((row) => [row.leistung.id, row]));
  const all = listIndex(plain, rows);

  function found(words: string): readonly LeistungRow[] {
    return index.find(words).flatMap(({ id, score }) => {
      const row = rowById.get(id);
      return row ? [{ ...row, score }] : [];
    });
  }

  function listFor({ definition, query }: AskedList) {
    return query.search === '' ? all : listIndex(definition, found(query.search));
  }

  return {
    read: (parameters, sizes = pageSizes) => {
      const base = parameters.get('suche')?.trim() ? ranked : plain;
      const definition = { ...base, pageSizes: sizes };
      return { definition, ...readListQuery(definition, parameters) };
    },
    run: (asked) => {
      const result = listFor(asked).run({ ...asked.query, search: '' });
      return { ...result, query: asked.query };
    },
    select: (asked) => listFor(asked).select({ ...asked.query, search: '' }),
  };
}
