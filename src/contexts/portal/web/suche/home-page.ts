import { html } from 'hono/html';
import { allLebenslagen, type Lebenslage } from '#finder';
import type { PageContent } from '#platform';
import { section, textLink } from '#ui';
import { lebenslagenCards } from '../lebenslagen-pages.ts';
import { searchForm, searchScripts } from '../search-form.ts';
import { canonicalLink } from '../service-head.ts';
import type { SucheVisit } from './context.ts';

const mostShown = 12;

/** The start of the search of the whole country: one field, life situations, and what they begin with. */
export async function sucheHome({ deps }: SucheVisit): Promise<PageContent> {
  const lagen = await allLebenslagen(deps.finder);
  const { leistungById } = await deps.finder.catalogue();
  const often = firstSteps(lagen).flatMap((id) => leistungById.get(id) ?? []);
  return {
    title: 'Was möchten Sie erledigen?',
    lead: 'Schreiben Sie es in Ihren Worten, mit Ihrem Ort. Sie erfahren, wer zuständig ist, und ob es online geht.',
    main: html`${searchForm({ ort: '' })}
      ${section('Lebenslagen', lebenslagenCards(lagen, '', 3))}
      ${section(
        'Oft der erste Schritt',
        html`<ul class="kern-list kern-list--bullet">${often.slice(0, mostShown).map(({ id, name }) => html`<li class="kern-body">${textLink(`/leistungen/${id}`, name)}</li>`)}</ul>`,
      )}`,
    scripts: searchScripts,
    head: canonicalLink(`${deps.sucheOrigin}/`),
    nextSteps: [{ label: 'Das Suchfeld auf die eigene Website stellen', href: '/suchfeld' }],
  };
}

/** What the life situations begin with, in their order. */
function firstSteps(lagen: readonly Lebenslage[]): readonly string[] {
  return [...new Set(lagen.flatMap(({ schritte: [first] }) => first?.leistungen[0] ?? []))];
}
