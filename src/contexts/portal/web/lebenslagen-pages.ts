import { html } from 'hono/html';
import {
  allLebenslagen,
  findLebenslage,
  type GuidedLebenslage,
  type Lebenslage,
  zielgruppeLabel,
} from '#finder';
import type { Refusal } from '#kernel';
import type { PageContent } from '#platform';
import type { Place } from '#routing';
import { card, cardGrid, type Html, textLink } from '#ui';
import type { AuskunftDeps } from '../deps.ts';
import { routeAt } from '../use-cases/find-at-place.ts';
import { placeOfBody } from '../use-cases/find-place-of-words.ts';
import type { Visit } from './context.ts';
import { searchForm, searchScripts } from './search-form.ts';
import { competent } from './search-results.ts';
import { canonicalLink } from './service-head.ts';

/** All life situations on a Kommune's site. */
export async function lebenslagenPage({ deps, site }: Visit): Promise<PageContent> {
  return {
    ...lebenslagenContent(await allLebenslagen(deps.finder), ''),
    head: canonicalLink(`${site.origin}/lebenslagen`),
  };
}

/** One of them, step by step, with the answers for this Kommune. */
export async function lebenslagePage({
  deps,
  site,
  request,
}: Visit): Promise<PageContent | { readonly refusal: Refusal }> {
  const found = await findLebenslage(deps.finder, request.params.lage ?? '');
  if (!found.ok) return { refusal: found.refusal };
  const place = placeOfBody(await deps.routing.world(), site.ags);
  const content = await lebenslageContent(deps, found.value, place, (id) => `/leistungen/${id}`);
  return {
    ...content,
    main: html`${content.main as string}<h2 class="kern-heading-medium">Etwas anderes?</h2>${searchForm()}`,
    scripts: searchScripts,
    head: canonicalLink(`${site.origin}${request.path}`),
  };
}

/** The entries, each leading to its steps; `ort` goes along. */
export function lebenslagenContent(lagen: readonly Lebenslage[], ort: string): PageContent {
  return {
    title: 'Lebenslagen',
    lead: 'Manches braucht mehrere Schritte. Hier stehen sie in der Reihenfolge, in der sie anstehen.',
    main: lebenslagenCards(lagen, ort, 2),
    nextSteps: [{ label: 'Eine einzelne Leistung suchen', href: '/suche' }],
  };
}

/** Life situations as cards. */
export function lebenslagenCards(lagen: readonly Lebenslage[], ort: string, headingLevel: 2 | 3): Html {
  const query = ort === '' ? '' : `?ort=${encodeURIComponent(ort)}`;
  return cardGrid(
    ...lagen.map(({ id, titel, kurz, schritte, zielgruppe }) =>
      card({
        title: titel,
        href: `/lebenslagen/${id}${query}`,
        headingLevel,
        preline: `${schritte.length} Schritte${zielgruppe === 'unternehmen' ? `, für ${zielgruppeLabel[zielgruppe]}` : ''}`,
        body: kurz,
      }),
    ),
  );
}

/** The steps in order; with a place each Leistung says who is competent there. */
export async function lebenslageContent(
  deps: AuskunftDeps,
  { titel, kurz, schritte }: GuidedLebenslage,
  place: Place | null,
  hrefOf: (leistungId: string) => string,
): Promise<PageContent> {
  const ended = await deps.ended(deps.clock.today());
  const steps = await Promise.all(
    schritte.map(async ({ titel: step, satz, leistungen }) => {
      const living = leistungen.filter(({ id }) => !ended.has(id));
      const entries = await Promise.all(
        living.map(async ({ id, name }) => {
          const route = place && (await routeAt(deps, id, place));
          return html`<li class="kern-body">${textLink(hrefOf(id), name)}${route ? html`<br><span class="kern-body--small">${competent(route)}</span>` : ''}</li>`;
        }),
      );
      return html`<li><h2 class="kern-title">${step}</h2><p class="kern-body lw-measure">${satz}</p><ul class="kern-list kern-list--bullet">${entries}</ul></li>`;
    }),
  );
  return {
    title: titel,
    preline: place === null ? 'Lebenslage' : `Lebenslage, ${place.name}`,
    lead: kurz,
    breadcrumb: [{ label: 'Lebenslagen', href: '/lebenslagen' }],
    main: html`<ol class="lw-steps">${steps}</ol>`,
    nextSteps: [{ label: 'Alle Lebenslagen', href: '/lebenslagen' }],
  };
}
