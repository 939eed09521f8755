import { html } from 'hono/html';
import { type PageAnswer, type PageRequest, page, refusal } from '#platform';
import { card, cardGrid, type Html, textLink } from '#ui';
import type { FinderDeps } from '../deps.ts';
import { zielgruppeLabel } from '../messages.ts';
import { allLebenslagen, findLebenslage, type GuidedSchritt } from '../use-cases/find-lebenslage.ts';
import { paths } from './paths.ts';

/** All life situations. */
export async function showLebenslagen(deps: FinderDeps): Promise<PageAnswer> {
  const lagen = await allLebenslagen(deps);
  return page({
    title: 'Lebenslagen',
    lead: 'Situationen, in denen mehrere Leistungen zusammenkommen, in der Reihenfolge, in der sie anstehen.',
    main: cardGrid(
      ...lagen.map(({ id, titel, kurz, schritte, zielgruppe }) =>
        card({
          title: titel,
          href: paths.lebenslage(id),
          body: html`<p>${kurz}</p><p>${schritte.length} Schritte, für ${zielgruppeLabel[zielgruppe]}</p>`,
        }),
      ),
    ),
  });
}

/** One life situation with its steps. */
export async function showLebenslage(deps: FinderDeps, { params }: PageRequest): Promise<PageAnswer> {
  const found = await findLebenslage(deps, params.id ?? '');
  if (!found.ok) return refusal(found.refusal);
  const { titel, kurz, schritte } = found.value;
  return page({
    title: titel,
    preline: 'Lebenslage',
    lead: kurz,
    breadcrumb: [{ label: 'Lebenslagen', href: paths.lebenslagen }],
    main: stepList(schritte, (id) => `/katalog/leistungen/${id}`),
  });
}

/** The steps as an ordered list; `hrefOf` says where a Leistung is read about. */
export function stepList(schritte: readonly GuidedSchritt[], hrefOf: (leistungId: string) => string): Html {
  return html`<ol class="kern-list">${schritte.map(
    ({ titel, satz, leistungen }, at) =>
      html`<li><h2 class="kern-title">${at + 1}. ${titel}</h2><p class="kern-body lw-measure">${satz}</p><ul class="kern-list">${leistungen.map(({ id, name }) => html`<li>${textLink(hrefOf(id), name)}</li>`)}</ul></li>`,
  )}</ol>`;
}
