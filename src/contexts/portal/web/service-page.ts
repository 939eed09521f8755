import { html } from 'hono/html';
import type { Refusal, Result } from '#kernel';
import type { PageAnswer, PageContent } from '#platform';
import { placesOf } from '#routing';
import { alert, type Html, section, textLink } from '#ui';
import type { Moment } from '../domain/opening-hours.ts';
import { typedWords } from '../domain/typed-words.ts';
import { dienstView, leistungView, type ServiceView } from '../use-cases/service-view.ts';
import { momentOf, type Visit } from './context.ts';
import { countOpened } from './count-opened.ts';
import { anlaufstelle } from './hours-parts.ts';
import { leistungByKey } from './leistung-by-key.ts';
import { leistungHref } from './leistung-href.ts';
import { serviceHead } from './service-head.ts';
import { textSections } from './service-parts.ts';
import { type Herausgeber, wayOf } from './service-way.ts';

type Shown = Promise<PageContent | PageAnswer | { readonly refusal: Refusal }>;

/** The page of an Onlinedienst. */
export async function dienstPage(visit: Visit): Shown {
  const { deps, site, description, request } = visit;
  await countOpened(deps, request);
  return shown(visit, await dienstView(deps, site, description, request.params.dienst ?? ''), '');
}

/** The page of a Leistung; an address with another place says where that one is answered. */
export async function leistungPage(visit: Visit): Shown {
  const { deps, site, description, request } = visit;
  const id = request.params.leistung ?? '';
  const moved = await leistungByKey(deps, request, id);
  if (moved) return moved;
  await countOpened(deps, request);
  const note = await otherPlace(visit, id);
  return shown(visit, await leistungView(deps, site, description, id), note);
}

function shown({ deps, site, request }: Visit, view: Result<ServiceView>, note: Html | '') {
  if (!view.ok) return { refusal: view.refusal };
  const content = serviceContent(view.value, site.name, momentOf(deps));
  const head = serviceHead(view.value, `${site.origin}${request.path}`);
  return { ...content, head, main: html`${note}${content.main as string}` };
}

/** A Kommune answers for itself, a Kreis for its Gemeinden. */
async function otherPlace({ deps, site, request }: Visit, id: string): Promise<Html | ''> {
  const ort = typedWords(request.query.get('ort'));
  if (ort === '') return '';
  const world = await deps.routing.world();
  const found = placesOf(world.places, ort);
  if (found.kind !== 'one' || found.place.ags.startsWith(site.ags)) return '';
  const { place } = found;
  const href = leistungHref(world, deps, site.ags)(id, place);
  return alert({
    kind: 'info',
    title: `Diese Seite gilt für ${site.name}`,
    body: html`<p>${textLink(href, `Zur Antwort für ${place.name}`)}</p>`,
  });
}

function related({ verwandte, place }: ServiceView): Html {
  const query = place === null ? '' : `?ort=${place.ags}`;
  return html`<ul class="kern-list kern-list--bullet">${verwandte.map(({ id, name }) => html`<li class="kern-body">${textLink(`/leistungen/${id}${query}`, name)}</li>`)}</ul>`;
}

/** A service page: how to get it, what is written about it, whom to ask. */
export function serviceContent(view: ServiceView, kommune: Herausgeber, moment: Moment): PageContent {
  const where = kommune ?? view.place?.name ?? null;
  return {
    title: view.name,
    preline: where === null ? 'Leistung' : `Leistung, ${where}`,
    breadcrumb: kommune === null ? [] : [{ label: 'Leistungen von A bis Z', href: '/leistungen' }],
    main: html`${wayOf(view, kommune)}${textSections(view)}
      ${view.stellen.length > 0 ? section('Ansprechstelle', html`${view.stellen.map((stelle) => anlaufstelle(stelle, moment))}`, { id: 'ansprechstelle' }) : ''}
      ${view.verwandte.length > 0 ? section('Gehört dazu', related(view), { id: 'gehoert-dazu' }) : ''}`,
    nextSteps: [
      { label: 'Andere Leistung suchen', href: '/suche' },
      { label: 'Lebenslagen: Schritt für Schritt', href: '/lebenslagen' },
    ],
  };
}
