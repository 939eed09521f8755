import type { Clock, FieldProblem } from '#kernel';
import type { ListDefinition, ListResult } from './definition.ts';
import { type ListDownload, type ListFormat, listDownload } from './list-download.ts';
import type { ListIndex } from './list-index.ts';
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

/** Answers what an address asks of a list: with the file where a format is named, else with what the page shows. */
export async function answerList<Row>(
  { clock, demo }: { readonly clock: Clock; readonly demo: boolean },
  { definition, index }: { readonly definition: ListDefinition<Row>; readonly index: ListIndex<Row> },
  parameters: URLSearchParams,
  format: ListFormat | null,
  { fileName, ...notes }: ListFile,
): Promise<ListDownload | AnsweredList<Row>> {
  const { query, problems } = readListQuery(definition, parameters);
  if (format === null) return { kind: 'list', result: index.run(query), problems };
  return listDownload(definition, index.select(query), query, format, {
    fileName,
    notes: { ...notes, demo, createdAt: clock.now() },
  });
}
