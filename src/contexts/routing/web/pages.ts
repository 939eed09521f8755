import {
  dayOfAddress,
  formField,
  type PageAnswer,
  type PageRequest,
  type PageRoute,
  page,
  refusal,
  refusedPage,
} from '#platform';
import type { RoutingDeps } from '../deps.ts';
import { findPlaces } from '../use-cases/find-place.ts';
import { findRoute } from '../use-cases/find-route.ts';
import { placesContent } from './place-page.ts';
import { type RouteForm, routeContent } from './route-page.ts';

/** The pages of this context: try a route and see its reasons, and look up a place. Everybody may read them. */
export function routingPages(deps: RoutingDeps): readonly PageRoute[] {
  return [
    route('routing.route', '/wege', (request) => showRoute(deps, request)),
    route('routing.place', '/orte', (request) => showPlaces(deps, request)),
  ];
}

async function showRoute(deps: RoutingDeps, { query }: PageRequest): Promise<PageAnswer> {
  const day = dayOfAddress(query, deps.clock);
  if (!day.ok) return refusal(day.refusal);
  const fuer = query.get('fuer') === 'unternehmen' ? 'unternehmen' : 'buerger';
  const values: RouteForm = {
    leistung: formField(query, 'leistung').slice(0, 300),
    ort: formField(query, 'ort').slice(0, 300),
    tag: day.value,
    fuer,
  };
  if (values.leistung === '' && values.ort === '') return page(routeContent(values, null));
  const { leistung, ort } = values;
  const found = await findRoute(deps, { leistung, place: { ort }, tag: day.value, fuer });
  if (found.ok) return page(routeContent(values, found));
  return found.refusal.kind === 'ambiguous'
    ? page(routeContent(values, found))
    : refusedPage(routeContent(values, found), found.refusal);
}

async function showPlaces({ world }: RoutingDeps, { query }: PageRequest): Promise<PageAnswer> {
  const ort = formField(query, 'ort').slice(0, 300);
  if (ort === '') return page(placesContent(ort, null));
  const found = findPlaces(await world(), { ort });
  const content = placesContent(ort, found);
  return found.ok ? page(content) : refusedPage(content, found.refusal);
}

function route(
  capability: string,
  path: string,
  handle: (request: PageRequest) => Promise<PageAnswer>,
): PageRoute {
  return { capability, method: 'GET', path, access: 'public', handle };
}
