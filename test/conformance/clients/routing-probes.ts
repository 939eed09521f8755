/**
 * Single probes of the contract of the FIT-Connect Routing API 2.0.0.
 * Source: routing-api-2.0.0.yaml, the declared statuses, headers and paging parameters.
 */
import { demand, demandLocalRefusal, demandNoDoubles, demandSame } from './contract-kit.ts';
import type { Check } from './contract-kit.ts';
import { BACKTRACKING } from './routing-cases.ts';
import type { Case } from './routing-cases.ts';
import type { Outcome, RoutingClient } from './routing-client.ts';
import { MAX_EXPRESSIONS, MAX_INT32, MAX_LIMIT } from './routing-parameters.ts';
import type { AreasParameters, RoutesParameters } from './routing-parameters.ts';

type Probe<T> = (query: Case['query']) => Promise<Outcome<T>>;

/** The query must be answered with 400 and a problem. */
export function rejected<T>(path: string, { name, query }: Case, probe: Probe<T>): Check {
  return {
    name: `GET ${path} answers 400: ${name}`,
    run: async () => {
      const outcome = await probe(query);
      demand(outcome.status === 400, `answered ${outcome.status}, not 400`);
      return outcome.problem.detail ?? outcome.problem.title;
    },
  };
}

/** The specification leaves the status open: every declared one but 429 and 500 will do. */
export function open<T>(path: string, { name, query }: Case, probe: Probe<T>): Check {
  return {
    name: `GET ${path} answers as declared: ${name}`,
    run: async () => {
      const { status } = await probe(query);
      demand(status === 200 || status === 400, `answered ${status}`);
      return `open: answered ${status}`;
    },
  };
}

/** A well-formed but unknown key: nothing is found, or it is refused; 404 is not declared. */
export function unknownCheck(
  path: string,
  name: string,
  probe: Probe<{ totalCount: number }>,
  query: Case['query'],
): Check {
  return {
    name: `GET ${path} finds nothing by an unknown ${name}`,
    run: async () => {
      const outcome = await probe(query);
      if (outcome.status === 400) return 'open: answered 400';
      demand(outcome.status === 200, `answered ${outcome.status}`);
      demand(outcome.body.totalCount === 0, `totalCount is ${outcome.body.totalCount}, not 0`);
      return 'answered 200 with nothing';
    },
  };
}

/** All three rate limit headers are declared here; OpenAPI itself would let them be left out. */
export function headers<T>(name: string, call: () => Promise<Outcome<T>>): Check {
  return {
    name: `${name} carries the three RateLimit headers`,
    run: async () => {
      const { rateLimit } = await call();
      const { limit, remaining, reset } = rateLimit;
      demand(![limit, remaining, reset].includes(undefined), `found only ${JSON.stringify(rateLimit)}`);
      return JSON.stringify(rateLimit);
    },
  };
}

/** The pattern as written backtracks exponentially; a server must not stand still over it. */
export function quickRefusal(client: RoutingClient): Check {
  return {
    name: 'GET /areas answers 400 to a backtracking expression within a second',
    run: async () => {
      const start = performance.now();
      const { status } = await client.rawAreas([['areaSearchexpression', BACKTRACKING]]);
      const took = Math.round(performance.now() - start);
      demand(status === 400, `answered ${status}, not 400`);
      demand(took < 1000, `took ${took} ms`);
      return `${took} ms`;
    },
  };
}

/** The client itself refuses what the specification refuses. */
export function localRefusals(client: RoutingClient): Check[] {
  const leikaKey = '99123456760610';
  const routes = (name: string, parameters: object): Check => ({
    name: `client refuses /routes: ${name}`,
    run: async () => demandLocalRefusal(async () => client.routes(parameters as RoutesParameters)),
  });
  const areas = (name: string, parameters: AreasParameters): Check => ({
    name: `client refuses /areas: ${name}`,
    run: async () => demandLocalRefusal(async () => client.areas(parameters)),
  });
  return [
    routes('no leikaKey', { ars: '06' }),
    routes('no area', { leikaKey }),
    routes('two areas', { leikaKey, ars: '06', ags: '06' }),
    routes('wrong ars', { leikaKey, ars: '06435014' }),
    routes('wrong ags', { leikaKey, ags: '064350014014' }),
    routes('limit 501', { leikaKey, ars: '06', limit: MAX_LIMIT + 1 }),
    routes('offset -1', { leikaKey, ars: '06', offset: -1 }),
    areas('no expression', { areaSearchexpression: [] }),
    areas('too many', { areaSearchexpression: Array<string>(MAX_EXPRESSIONS + 1).fill('Hanau') }),
    areas('wildcard alone', { areaSearchexpression: ['*'] }),
    areas('limit 0', { areaSearchexpression: ['Hanau'], limit: 0 }),
  ];
}

type PageRequest = { offset?: number; limit?: number };
type PageBody = { count: number; totalCount: number };

/** Pages joined equal the whole, without doubles; the limits themselves are allowed. */
export function pagingChecks(
  path: string,
  walkBy: (limit: number) => Promise<unknown[]>,
  page: (request: PageRequest) => Promise<PageBody>,
  total: () => Promise<number>,
): Check[] {
  const check = (name: string, run: () => Promise<string>) => ({ name: `GET ${path} ${name}`, run });
  const full = async (request: PageRequest, expected: number) => {
    const { count, totalCount } = await page(request);
    demand(count === expected, `${count} entries of ${totalCount}, not ${expected}`);
    return `${count} of ${totalCount}`;
  };
  const joined = (limit: number) =>
    check(`pages of ${limit} joined equal the whole`, async () => {
      const whole = await walkBy(MAX_LIMIT);
      const items = await walkBy(limit);
      demandSame(items, whole, `pages of ${limit}`);
      demandNoDoubles(items);
      const proof = whole.length > limit ? '' : '; too few for a second page';
      return `${items.length} entries${proof}`;
    });
  return [
    joined(1),
    joined(2),
    check('without limit gives at most 100', async () => full({}, Math.min(100, await total()))),
    check('with limit=1', async () => full({ limit: 1 }, Math.min(1, await total()))),
    check('with limit=500', async () => full({ limit: MAX_LIMIT }, Math.min(MAX_LIMIT, await total()))),
    check('with offset at the end is empty', async () => full({ offset: await total() }, 0)),
    check('with the largest offset is empty', async () => full({ offset: MAX_INT32 }, 0)),
  ];
}
