import type { Clock, FieldProblem } from '#kernel';
import type { ListDefinition, ListResult } from './definition.ts';
import { type ListDownload, type ListFormat, listDownload } from './list-download.ts';
import { type ListIndex, listIndex } from './list-index.ts';
import { readListQuery } from './query.ts';

/** What a list is called as a file, and what stands above its rows. */
export interface ListFile {
  /** Without ending. */
  readonly fileName: string;
  readonly title: string;
  readonly source: string;
  /** Of which day the rows are. */
  readonly state: string;
}

/** What `listPage` needs of an answered query. */
export interface AnsweredList<Row> {
  readonly kind: 'list';
  readonly result: ListResult<Row>;
  readonly problems: readonly FieldProblem[];
}

/** A list and its rows, or the index that somebody keeps of them. */
export type AskedList<Row> = { readonly definition: ListDefinition<Row> } & (
  | { readonly rows: readonly Row[] }
  | { readonly index: ListIndex<Row> }
);

/** The page of a list and its two files: the same address with another ending. */
export const listEndings = ['', '.csv', '.xlsx'] as const;

/** Answers what an address asks of a list: with the file where it ends like one, else with what the page shows. */
export async function answerList<Row>(
  { clock, demo }: { readonly clock: Clock; readonly demo: boolean },
  { definition, ...held }: AskedList<Row>,
  address: { readonly path: string; readonly query: URLSearchParams },
  { fileName, ...notes }: ListFile,
): Promise<ListDownload | AnsweredList<Row>> {
  const format = listFormatOf(address.path);
  if (format === null) return shownList({ definition, ...held }, address.query);
  const { query } = readListQuery(definition, address.query);
  const index = indexOf({ definition, ...held });
  return listDownload(definition, index.select(query), query, format, {
    fileName,
    notes: { ...notes, demo, createdAt: clock.now() },
  });
}

/** What the page of a list shows for a query, also where it is shown once more after something was sent. */
export function shownList<Row>(list: AskedList<Row>, asked: URLSearchParams): AnsweredList<Row> {
  const { query, problems } = readListQuery(list.definition, asked);
  return { kind: 'list', result: indexOf(list).run(query), problems };
}

function indexOf<Row>(list: AskedList<Row>): ListIndex<Row> {
  return 'index' in list ? list.index : listIndex(list.definition, list.rows);
}

/** Which file an address asks for; `null` for the page. */
export function listFormatOf(path: string): ListFormat | null {
  if (path.endsWith('.csv')) return 'csv';
  return path.endsWith('.xlsx') ? 'xlsx' : null;
}
