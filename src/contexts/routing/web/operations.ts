import { z } from 'zod';
import { ok } from '#kernel';
import { dateParameter, type Operation, operation } from '#platform';
import type { RoutingDeps } from '../deps.ts';
import { findPlaces } from '../use-cases/find-place.ts';
import { findRoute } from '../use-cases/find-route.ts';
import { placesJson } from '../views/place-json.ts';
import { placeQuery, placesSchema, routeSchema } from './schemas.ts';

/** Places and routes in the JSON API; everybody may call them. */
export function routingOperations(deps: RoutingDeps): readonly Operation[] {
  return [placeOperation(deps), routeOperation(deps)];
}

function placeOperation({ world }: RoutingDeps): Operation {
  return operation({
    capability: 'routing.place',
    method: 'get',
    path: '/orte',
    summary:
      'Ort finden: nach Name, Postleitzahl oder Adresse (ort), AGS, ARS oder Position; eine Position ist eine Schätzung',
    access: 'public',
    query: z.object(placeQuery),
    response: placesSchema,
    handle: async ({ query }) => {
      const found = findPlaces(await world(), query);
      return found.ok ? ok(placesJson(found.value)) : found;
    },
  });
}

function routeOperation(deps: RoutingDeps): Operation {
  return operation({
    capability: 'routing.route',
    method: 'get',
    path: '/wege',
    summary: 'Weg zur zuständigen Stelle: Leistung, Ort, Tag → Stelle, Amt, Onlinedienst, mit allen Gründen',
    access: 'public',
    query: z.object({
      leistung: z.string().min(1).max(300),
      ...placeQuery,
      date: dateParameter,
      fuer: z.enum(['buerger', 'unternehmen']).default('buerger'),
    }),
    response: routeSchema,
    handle: ({ query: { leistung, date, fuer, ...place } }) =>
      findRoute(deps, { leistung, place, tag: date ?? deps.clock.today(), fuer }),
  });
}
