import { suggestFor } from '#finder';
import type { PageAnswer, PageRequest } from '#platform';
import type { AuskunftDeps } from '../deps.ts';
import { typedWords } from '../domain/typed-words.ts';

/** What somebody may be about to type. Nothing of it is counted. */
export async function suggestions(
  { finder }: Pick<AuskunftDeps, 'finder'>,
  { query }: Pick<PageRequest, 'query'>,
): Promise<PageAnswer> {
  const vorschlaege = await suggestFor(finder, typedWords(query.get('q')));
  return { kind: 'json', body: { vorschlaege: vorschlaege.map(({ text }) => text) } };
}
