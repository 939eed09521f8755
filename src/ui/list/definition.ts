import type { Page, Result } from '#kernel';
import type { Content } from '../html.ts';

/** What a column holds for sorting and export; a `date` is text of the form `YYYY-MM-DD`. */
export type CellValue = string | number | boolean | null;

/** One column of a list, for the page and for the exports. */
export interface ListColumn<Row> {
  readonly key: string;
  readonly label: string;
  /** Decides alignment, order and the type of exported cells; defaults to `text`. */
  readonly kind?: 'text' | 'number' | 'date' | undefined;
  readonly value: (row: Row) => CellValue;
  /** What the page shows; defaults to the value, formatted by kind. */
  readonly cell?: ((row: Row) => Content) | undefined;
  readonly sortable?: boolean | undefined;
  readonly width?: 'narrow' | 'wide' | undefined;
  /** Stands in exports only. */
  readonly exportOnly?: boolean | undefined;
  /** Shown only to those who choose it. */
  readonly hidden?: boolean | undefined;
  /** Its numbers are added up: for each group, and for all rows that were found. */
  readonly total?: 'sum' | undefined;
}

/** A way to group rows under headings. */
export interface ListGrouping<Row> {
  /** What the address calls it. */
  readonly key: string;
  readonly label: string;
  /** The heading of a row's group; rows without one stand last. */
  readonly value: (row: Row) => string | null;
}

/** A choice of a filter; `count` says how many rows it would leave. */
export interface FilterOption {
  readonly value: string;
  readonly label: string;
  readonly count?: number | undefined;
}

/** A filter: a row passes when one of its values was chosen, or when nothing was. */
export interface ListFilter<Row> {
  /** Also the name of the parameter in the address. */
  readonly key: string;
  readonly label: string;
  /** Fixed choices, or those found in the rows in memory. */
  readonly options: readonly FilterOption[] | ((rows: readonly Row[]) => readonly FilterOption[]);
  readonly values: (row: Row) => string | readonly string[] | null;
}

export interface SortOrder {
  readonly key: string;
  readonly descending: boolean;
}

/** Everything about a list that does not change from request to request. */
export interface ListDefinition<Row> {
  /** Names the list in ids and file names. */
  readonly id: string;
  readonly columns: readonly ListColumn<Row>[];
  /** The text that the search looks through. */
  readonly search?: ((row: Row) => string) | undefined;
  /** The same text, folded beforehand by `foldText`: for rows of which many lists share the text. */
  readonly folded?: ((row: Row) => string) | undefined;
  /** How this list searches, where it is not by all words. */
  readonly searchHint?: string | undefined;
  readonly filters?: readonly ListFilter<Row>[] | undefined;
  readonly defaultSort: SortOrder;
  readonly groupings?: readonly ListGrouping<Row>[] | undefined;
  readonly pageSizes?: readonly number[] | undefined;
  /** Parameters of the page itself that every link of the list keeps, such as a date. */
  readonly keeps?: readonly string[] | undefined;
}

/** What somebody wants to see of a list. */
export interface ListQuery {
  readonly search: string;
  readonly filters: Readonly<Record<string, readonly string[]>>;
  readonly sort: SortOrder;
  /** By what rows are ordered that are equal by `sort`, and so on. */
  readonly further: readonly SortOrder[];
  /** The keys of the shown columns; `null` where nobody chose. */
  readonly columns: readonly string[] | null;
  /** The key of the grouping, or `null`. */
  readonly grouping: string | null;
  readonly page: number;
  readonly size: number;
  /** The kept parameters of the page, as they came. */
  readonly kept: Readonly<Record<string, string>>;
}

/** The rows of a group with its sums over all of them, whatever page they stand on. */
export interface ListGroup {
  readonly label: string | null;
  /** The position of its first row among all that were found, from 0. */
  readonly first: number;
  readonly count: number;
  /** By the key of the column. */
  readonly totals: Readonly<Record<string, number>>;
}

/** A page of rows, the query that it answers, and the choices of every filter. */
export interface ListResult<Row> extends Page<Row> {
  readonly query: ListQuery;
  readonly options: Readonly<Record<string, readonly FilterOption[]>>;
  /** In order; none where nothing is grouped. */
  readonly groups?: readonly ListGroup[] | undefined;
  /** Sums over all rows that were found, by the key of the column. */
  readonly totals?: Readonly<Record<string, number>> | undefined;
}

/** The columns that a page shows, in their order; the first one names the row and always stands. */
export function shownColumns<Row>(
  { columns }: Pick<ListDefinition<Row>, 'columns'>,
  chosen: readonly string[] | null,
): readonly ListColumn<Row>[] {
  const possible = columns.filter((column) => !column.exportOnly);
  return possible.filter(
    (column, index) => index === 0 || (chosen === null ? !column.hidden : chosen.includes(column.key)),
  );
}

export type ParsedListQuery = Result<ListQuery>;

export const defaultPageSizes: readonly number[] = [25, 50, 100];
