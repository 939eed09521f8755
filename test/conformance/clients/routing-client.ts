/**
 * Client of the FIT-Connect Routing API 2.0.0 that checks every answer against the specification.
 * Source: routing-api-2.0.0.yaml, paths /routes, /areas and /info.
 *
 * Status, content type, rate limit headers and body are checked; a deviation throws a
 * DeviationError, an error answer in keeping with the specification a ServerError, and a call that
 * the specification refuses a LocalRefusalError.
 */
import type { z } from 'zod';
import { buildUrl, conform, DeviationError, mediaTypeOf, parseJson, ServerError } from './common.ts';
import type { Query, Send } from './common.ts';
import { areasQuery, MAX_LIMIT, pagingOf, routesQuery } from './routing-parameters.ts';
import type { AreasParameters, Paging, RoutesParameters } from './routing-parameters.ts';
import * as schemas from './routing-schemas.ts';
import type { Area, AreaResult, Info, Problem, RateLimit, Route, RouteResult } from './routing-schemas.ts';

export type RoutingOptions = { baseUrl: string; send: Send };

/** A checked answer: 200 with its body, or a declared error with its problem. */
export type Outcome<T> =
  | { status: 200; body: T; rateLimit: RateLimit }
  | { status: 400 | 500; problem: Problem; rateLimit: RateLimit }
  | { status: 429; problem: Record<string, unknown>; rateLimit: RateLimit };

export type RoutingClient = {
  /** GET /routes */
  routes: (parameters: RoutesParameters) => Promise<RouteResult>;
  /** GET /areas */
  areas: (parameters: AreasParameters) => Promise<AreaResult>;
  /** GET /info */
  info: () => Promise<Info>;
  /** All pages of GET /routes; "limit" is the page size. */
  allRoutes: (parameters: RoutesParameters) => Promise<Route[]>;
  /** All pages of GET /areas; "limit" is the page size. */
  allAreas: (parameters: AreasParameters) => Promise<Area[]>;
  /** Sends any query without local refusal; the answer is checked all the same. */
  rawRoutes: (query: Query) => Promise<Outcome<RouteResult>>;
  rawAreas: (query: Query) => Promise<Outcome<AreaResult>>;
  rawInfo: (query: Query) => Promise<Outcome<Info>>;
};

type Operation<T> = {
  path: string;
  media: readonly string[];
  errors: readonly number[];
  rateLimited: boolean;
  schema: z.ZodType<T>;
};

const JSON_TYPE = 'application/json';
const PROBLEM_TYPE = 'application/problem+json';

const ROUTES: Operation<RouteResult> = {
  path: 'routes',
  media: [JSON_TYPE],
  errors: [400, 429, 500],
  rateLimited: true,
  schema: schemas.routeResultSchema,
};

/**
 * Known defect of the specification: it declares the 200 of /areas as application/problem+json,
 * although the body is no problem. Both content types are accepted here.
 */
const AREAS: Operation<AreaResult> = {
  path: 'areas',
  media: [JSON_TYPE, PROBLEM_TYPE],
  errors: [400, 429, 500],
  rateLimited: true,
  schema: schemas.areaResultSchema,
};

/** /info declares neither error answers nor rate limit headers. */
const INFO: Operation<Info> = {
  path: 'info',
  media: [JSON_TYPE],
  errors: [],
  rateLimited: false,
  schema: schemas.infoSchema,
};

/** Builds the client; `baseUrl` is the server address of the specification, such as https://…/v1/. */
export function routingClient({ baseUrl, send }: RoutingOptions): RoutingClient {
  const ask = async <T>(operation: Operation<T>, query: Query): Promise<Outcome<T>> => {
    const headers = { accept: `${JSON_TYPE}, ${PROBLEM_TYPE}` };
    const response = await send(buildUrl(baseUrl, operation.path, query), { headers });
    return readOutcome(operation, response);
  };
  const rawRoutes = async (query: Query) => checkPage('routes', await ask(ROUTES, query), query);
  const rawAreas = async (query: Query) => checkPage('areas', await ask(AREAS, query), query);
  const rawInfo = async (query: Query) => ask(INFO, query);
  const routes = async (parameters: RoutesParameters) =>
    bodyOf('GET /routes', await rawRoutes(routesQuery(parameters)));
  const areas = async (parameters: AreasParameters) =>
    bodyOf('GET /areas', await rawAreas(areasQuery(parameters)));
  return {
    routes,
    areas,
    info: async () => bodyOf('GET /info', await rawInfo([])),
    allRoutes: async (parameters) => walk('GET /routes', parameters, routes, (page) => page.routes),
    allAreas: async (parameters) => walk('GET /areas', parameters, areas, (page) => page.areas),
    rawRoutes,
    rawAreas,
    rawInfo,
  };
}

async function readOutcome<T>(operation: Operation<T>, response: Response): Promise<Outcome<T>> {
  const { status } = response;
  const place = `GET /${operation.path} ${status}`;
  if (status !== 200 && !operation.errors.includes(status)) {
    throw new DeviationError(place, `status not declared; are ${[200, ...operation.errors].join(', ')}`);
  }
  const success = status === 200;
  const errorMedia = status === 429 ? [JSON_TYPE] : [PROBLEM_TYPE];
  requireMedia(response, success ? operation.media : errorMedia, place);
  const rateLimit = operation.rateLimited ? readRateLimit(response, place) : {};
  const json = parseJson(await response.text(), place);
  if (success) return { status, body: conform(operation.schema, json, place), rateLimit };
  if (status === 429) return { status, problem: conform(schemas.tooManySchema, json, place), rateLimit };
  return { status: status === 400 ? 400 : 500, problem: readProblem(json, status, place), rateLimit };
}

function requireMedia(response: Response, allowed: readonly string[], place: string): void {
  const media = mediaTypeOf(response, place);
  if (!allowed.includes(media)) {
    throw new DeviationError(`${place} Content-Type`, `must be ${allowed.join(' or ')}, is "${media}"`);
  }
}

/** Reads the rate limit headers; 429 demands their evaluation, so there they must be present. */
function readRateLimit(response: Response, place: string): RateLimit {
  const header = (name: string) => response.headers.get(`RateLimit-${name}`) ?? undefined;
  const found = { limit: header('Limit'), remaining: header('Remaining'), reset: header('Reset') };
  if (response.status === 429 && Object.values(found).includes(undefined)) {
    throw new DeviationError(`${place} RateLimit-*`, '429 demands all three RateLimit headers');
  }
  return conform(schemas.rateLimitSchema, found, `${place} RateLimit headers`);
}

/** The member "status" is the status code the origin server generated (schema error). */
function readProblem(json: unknown, status: number, place: string): Problem {
  const problem = conform(schemas.problemSchema, json, place);
  if (problem.status !== status) {
    throw new DeviationError(`${place} $.status`, `must be ${status}, is ${problem.status}`);
  }
  return problem;
}

type PageBody = { count: number; offset: number; totalCount: number };

/** Checks that a page of status 200 is the page that was asked for. */
function checkPage<T extends PageBody>(path: string, outcome: Outcome<T>, query: Query): Outcome<T> {
  if (outcome.status !== 200) return outcome;
  const { count, offset, totalCount } = outcome.body;
  const asked = pagingOf(query);
  const demand = (holds: boolean, member: string, rule: string) => {
    if (!holds) throw new DeviationError(`GET /${path} 200 $.${member}`, rule);
  };
  demand(offset === asked.offset, 'offset', `must be ${asked.offset} as asked, is ${offset}`);
  demand(count <= asked.limit, 'count', `must not exceed the limit ${asked.limit}, is ${count}`);
  demand(count === 0 || offset + count <= totalCount, 'totalCount', `${totalCount} < offset + count`);
  return outcome;
}

function bodyOf<T>(place: string, outcome: Outcome<T>): T {
  if (outcome.status === 200) return outcome.body;
  throw new ServerError(place, outcome.status, outcome.problem);
}

/** Walks from the given offset to the end; the total must stay and every page must bring something. */
async function walk<P extends Paging, B extends PageBody, T>(
  place: string,
  parameters: P,
  fetchPage: (parameters: P) => Promise<B>,
  itemsOf: (page: B) => T[],
): Promise<T[]> {
  const start = parameters.offset ?? 0;
  const items: T[] = [];
  let total: number | undefined;
  do {
    const page = await fetchPage({ limit: MAX_LIMIT, ...parameters, offset: start + items.length });
    if (total !== undefined && page.totalCount !== total) {
      throw new DeviationError(`${place} $.totalCount`, `was ${total}, is ${page.totalCount} a page later`);
    }
    total = page.totalCount;
    if (page.count === 0 && start + items.length < total) {
      throw new DeviationError(`${place} $.count`, `0 at offset ${start + items.length} of ${total}`);
    }
    items.push(...itemsOf(page));
  } while (start + items.length < total);
  return items;
}
