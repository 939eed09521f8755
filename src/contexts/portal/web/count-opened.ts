import type { PageRequest } from '#platform';
import type { AuskunftDeps } from '../deps.ts';
import { typedWords } from '../domain/typed-words.ts';
import { noteOpened } from '../use-cases/find-at-place.ts';

/**
 * Counts that a hit was opened, told by the page of this site from which somebody came: links carry nothing of the search.
 * Who asks not to be tracked is not counted.
 */
export async function countOpened(
  deps: Pick<AuskunftDeps, 'finder' | 'routing'>,
  { referrer, doNotTrack }: Pick<PageRequest, 'referrer' | 'doNotTrack'>,
): Promise<void> {
  if (doNotTrack || referrer?.pathname !== '/suche') return;
  await noteOpened(deps, { text: typedWords(referrer.searchParams.get('suche')), own: null });
}
