import { html } from 'hono/html';
import type { PageContent } from '#platform';
import { badge, card, cardGrid, section } from '#ui';
import type { Treffer } from '../domain/treffer.ts';
import type { Visit } from './context.ts';
import { phoneLink } from './hours-parts.ts';
import { searchForm } from './search-form.ts';

const longest = 200;
// Control characters and what turns the reading direction: neither is part of a word.
const invisible = /[\p{Cc}\p{Cf}]/gu;

/** What a citizen's words find, and who is competent for what is not done here. */
export async function searchPage({ deps, site, description, request }: Visit): Promise<PageContent> {
  const words = (request.query.get('suche') ?? '').replace(invisible, ' ').trim().slice(0, longest);
  const treffer = words === '' ? [] : await deps.findServices(words, site);
  const here = treffer.filter(({ art }) => art !== 'anderswo');
  const elsewhere = treffer.filter(({ art }) => art === 'anderswo');
  const nothing = html`<p class="kern-body">Dazu haben wir nichts gefunden. Versuchen Sie ein anderes Wort, oder rufen Sie uns an: ${phoneLink(description.telefon)}.</p>`;
  return {
    title: words === '' ? 'Leistungen suchen' : `Suche: ${words}`,
    main: html`${searchForm(words)}
      ${words === '' ? html`<p class="kern-body">Bitte schreiben Sie, worum es geht.</p>` : html`<p class="kern-body" role="status">${countOf(treffer.length)}</p>`}
      ${words !== '' && treffer.length === 0 ? nothing : ''}
      ${here.length > 0 ? section(`Bei ${site.name}`, cards(here)) : ''}
      ${elsewhere.length > 0 ? section('Bei anderen Stellen', cards(elsewhere)) : ''}`,
    nextSteps: [{ label: 'Alle Leistungen von A bis Z', href: '/leistungen' }],
  };
}

function countOf(count: number): string {
  if (count === 0) return 'Keine Treffer';
  return count === 1 ? '1 Treffer' : `${count} Treffer`;
}

function cards(treffer: readonly Treffer[]) {
  return cardGrid(
    ...treffer.map(({ name, href, art, stelle }) =>
      card({
        title: name,
        href: href ?? undefined,
        headingLevel: 3,
        body: bodyOf(art, stelle),
      }),
    ),
  );
}

function bodyOf(art: Treffer['art'], stelle: string | null) {
  if (art === 'online') return badge('success', 'online');
  if (art === 'anderswo') return `Zuständig ist ${stelle}`;
  return art === 'hier' ? 'Hier noch nicht online' : '';
}
