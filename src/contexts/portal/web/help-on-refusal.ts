import { html } from 'hono/html';
import { search } from '#finder';
import type { PageRequest } from '#platform';
import { type Html, textLink } from '#ui';
import type { AuskunftDeps } from '../deps.ts';
import { typedWords } from '../domain/typed-words.ts';
import { searchForm } from './search-form.ts';

const mostNear = 5;

/** Helps where an address leads nowhere: the search with the words of the address, and near Leistungen. */
export async function helpOnRefusal(
  { finder }: Pick<AuskunftDeps, 'finder'>,
  { path }: Pick<PageRequest, 'path'>,
  ort: string | null,
): Promise<Html> {
  const words = wordsOfPath(path);
  const near = words === '' ? [] : await nearLeistungen(finder, words);
  const list =
    near.length > 0
      ? html`<h2 class="kern-heading-medium">Vielleicht hilft das</h2><ul class="kern-list kern-list--bullet">${near.map(({ leistungId, name }) => html`<li class="kern-body">${textLink(`/leistungen/${leistungId}`, name)}</li>`)}</ul>`
      : '';
  return html`${searchForm({ words, ort })}${list}`;
}

/** `/leistungen/hund-anmelden.html` asks for „hund anmelden“. */
function wordsOfPath(path: string): string {
  const last = path.split('/').findLast((part) => part !== '') ?? '';
  const words = decoded(last)
    .replace(/\.[a-z]{2,5}$/i, '')
    .replace(/[^\p{L}]+/gu, ' ');
  return typedWords(words).length < 3 ? '' : typedWords(words);
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return '';
  }
}

async function nearLeistungen({ index }: AuskunftDeps['finder'], text: string) {
  const { treffer } = search(await index(), { text, kette: null, limit: mostNear, offset: 0 });
  return treffer.filter(({ leistungId }) => leistungId !== '');
}
