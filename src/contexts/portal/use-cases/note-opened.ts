import type { AuskunftDeps } from '../deps.ts';
import { findPlaceOfWords } from './find-place-of-words.ts';

/** Notes that somebody opened a hit of a search on this site; the link itself carries nothing of the search. */
export async function noteOpened(
  { finder, routing }: Pick<AuskunftDeps, 'finder' | 'routing'>,
  text: string,
): Promise<void> {
  const { rest } = findPlaceOfWords(await routing.world(), { text, ort: '', own: null });
  if (rest !== '') finder.log.note(rest, 'geoeffnet');
}
