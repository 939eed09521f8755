import { formatLocalDate } from '#kernel';
import type { Html, PageAnswer, PageRequest } from '#platform';
import { answerList, type ListDefinition, listPage } from '#ui';
import type { Kommune } from '../deps.ts';
import type { QualityDeps } from '../doors-deps.ts';

type ListOptions = Parameters<typeof listPage>[2];

/** What a list of this desk says of itself. */
interface KommuneList<Row> extends Pick<ListOptions, 'action' | 'caption' | 'noun' | 'emptyState'> {
  readonly definition: ListDefinition<Row>;
  readonly rows: readonly Row[];
  /** The beginning of the file's name: `links`. */
  readonly file: string;
  readonly title: string;
  readonly source: string;
  /** The page around the list. */
  readonly show: (list: Html) => PageAnswer;
}

/** A list about a Kommune as page or as file. */
export async function kommuneList<Row>(
  deps: QualityDeps,
  request: PageRequest,
  { ags }: Pick<Kommune, 'ags'>,
  { definition, rows, file, title, source, show, ...options }: KommuneList<Row>,
): Promise<PageAnswer> {
  const today = deps.clock.today();
  const answered = await answerList(deps, { definition, rows }, request, {
    fileName: `${file}-${ags}-${today}`,
    title,
    source,
    state: formatLocalDate(today),
  });
  if (answered.kind === 'download') return answered;
  return show(
    listPage(definition, answered.result, {
      ...options,
      problems: answered.problems,
    }),
  );
}
