import { type Context, Hono } from 'hono';
import type { RateLimiter } from '#platform';
import type { RoutingDeps } from '../deps.ts';
import { areasOf, rowsOfArea, searchAreas } from '../domain/areas.ts';
import { type ReadQuery, readAreasQuery, readRoutesQuery } from '../domain/fit-connect-query.ts';
import { destinationIdOf } from '../domain/foreign-destination.ts';
import { ketteOf } from '../domain/kette.ts';
import type { PlaceRow } from '../domain/place.ts';
import type { PlaceIndex } from '../domain/place-index.ts';
import type { RoutingWorld } from '../routing-world.ts';
import { findDestinations } from '../use-cases/find-destinations.ts';
import type { DestinationSigner } from '../use-cases/sign-destination.ts';
import { destinationJson, foreignDestinationJson } from '../views/destination-json.ts';

/** What the FIT-Connect Routing API needs from those who compose it. */
export interface FitConnectDeps extends Pick<RoutingDeps, 'world' | 'fremd' | 'clock'> {
  readonly signer: DestinationSigner;
  readonly limiter: RateLimiter;
  readonly clientAddressOf: (context: Context) => string;
  /** Hears of a fault, which the specification answers with 500. */
  readonly onFault: (error: unknown) => void;
}

/** Where the API stands on its host; the specification leaves the place to the server. */
export const fitConnectRoutingPath = '/fit-connect/routing/v2';

/**
 * The FIT-Connect Routing API 2.0.0: /routes, /areas, /info, without login. Beside the specification it offers
 * `/.well-known/jwks.json`, the key with which its signatures are checked.
 */
export function fitConnectRouting(deps: FitConnectDeps): Hono {
  const app = new Hono();
  const areas = heldAreas();
  app.get('/routes', (context) =>
    limited(context, deps, () => answer(context, readRoutesQuery, (query) => routes(deps, query))),
  );
  app.get('/areas', (context) =>
    limited(context, deps, () =>
      answer(context, readAreasQuery, async ({ patterns, offset, limit }) => {
        const found = searchAreas(areas((await deps.world()).places), patterns);
        const shown = found.slice(offset, offset + limit);
        return { count: shown.length, offset, totalCount: found.length, areas: shown };
      }),
    ),
  );
  app.get('/info', (context) => json(context, { version: { major: 2, minor: 0, patch: 0 } }));
  app.get('/.well-known/jwks.json', async (context) => json(context, await deps.signer.jwks()));
  app.all('*', (context) => problem(context, 404, 'Diese Adresse gibt es nicht.'));
  return app;
}

async function routes(
  deps: FitConnectDeps,
  { leikaKey, areaKey, offset, limit }: { leikaKey: string; areaKey: string; offset: number; limit: number },
) {
  const world = await deps.world();
  const tag = deps.clock.today();
  const rows = rowsOfArea(world.places, areaKey);
  const own = findDestinations(world, leikaKey, rows, tag);
  const foreign = await foreignDestinations(deps, world, leikaKey, rows);
  const others = foreign.filter(({ destinationId }) => !own.some(({ id }) => id === destinationId));
  const shown = await Promise.all(
    own.slice(offset, offset + limit).map(async (each) => {
      const { id: destinationId, gebiet, leika } = each;
      return destinationJson(each, await deps.signer.sign({ destinationId, gebiete: [gebiet], leika }));
    }),
  );
  const rest = others.slice(Math.max(offset - own.length, 0), Math.max(offset + limit - own.length, 0));
  const page = [...shown, ...rest];
  return { count: page.length, offset, totalCount: own.length + others.length, routes: page };
}

/** The Zustellpunkte that feeds name for a single Gemeinde, each once; for larger areas nobody is asked. */
async function foreignDestinations(
  { fremd, clock }: FitConnectDeps,
  { catalogue }: RoutingWorld,
  leikaKey: string,
  rows: readonly PlaceRow[],
) {
  const leistung = catalogue.leistungByLeika.get(leikaKey);
  const [row] = rows;
  if (leistung === undefined || row === undefined || rows.length > 1) return [];
  const { stellen } = await fremd(leistung.id, ketteOf(row.ars), clock.today());
  const found = stellen.flatMap((stelle) =>
    stelle.zustaendigFuer.flatMap(({ destination: jws }) => {
      const id = jws === null ? null : destinationIdOf(jws);
      return jws !== null && id !== null ? [foreignDestinationJson(stelle, { id, jws })] : [];
    }),
  );
  return [...new Map(found.map((each) => [each.destinationId, each])).values()];
}

/** The areas of an index, made once for each. */
function heldAreas() {
  let held: { readonly index: PlaceIndex; readonly areas: ReturnType<typeof areasOf> } | undefined;
  return (index: PlaceIndex) => {
    if (held?.index !== index) held = { index, areas: areasOf(index) };
    return held.areas;
  };
}

/** Counts the request; the three headers stand on every answer, also on that of a fault. */
async function limited(
  context: Context,
  { limiter, clientAddressOf, onFault }: FitConnectDeps,
  serve: () => Promise<Response>,
): Promise<Response> {
  const address = clientAddressOf(context);
  const wait = limiter.take(address);
  const { limit, remaining, resetSeconds } = limiter.stateOf(address);
  context.header('RateLimit-Limit', String(limit));
  context.header('RateLimit-Remaining', String(remaining));
  context.header('RateLimit-Reset', String(resetSeconds));
  if (wait > 0) {
    context.header('Retry-After', String(wait));
    return problem(context, 429, `Zu viele Anfragen. Bitte in ${wait} Sekunden noch einmal.`);
  }
  try {
    return await serve();
  } catch (error) {
    onFault(error);
    return problem(context, 500, 'Hier ist etwas schiefgegangen. Bitte versuchen Sie es noch einmal.');
  }
}

async function answer<Query>(
  context: Context,
  read: (parameters: URLSearchParams) => ReadQuery<Query>,
  serve: (query: Query) => Promise<object>,
): Promise<Response> {
  const asked = read(new URL(context.req.url).searchParams);
  return 'problem' in asked ? problem(context, 400, asked.problem) : json(context, await serve(asked.query));
}

function json(context: Context, body: object): Response {
  return context.body(JSON.stringify(body), 200, { 'Content-Type': 'application/json; charset=UTF-8' });
}

const titles = {
  400: 'Bad Request',
  404: 'Not Found',
  429: 'Too Many Requests',
  500: 'Internal Server Error',
} as const;

/** A problem by RFC 7807; the specification declares that of 429 as plain JSON. */
function problem(context: Context, status: keyof typeof titles, detail: string): Response {
  const type = `urn:leitwerk:problem:fit_connect_routing_${status}`;
  const media = status === 429 ? 'application/json' : 'application/problem+json';
  return context.body(JSON.stringify({ type, title: titles[status], status, detail }), status, {
    'Content-Type': media,
  });
}
