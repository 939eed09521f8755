/**
 * What a strict stranger asks a server of the FIT-Connect Routing API 2.0.0.
 * Source: routing-api-2.0.0.yaml. Where it leaves the answer open, the check passes with every
 * declared answer but 500 and its detail starts with "open:".
 */
import { canonical } from './common.ts';
import { demand, demandNoDoubles, demandSameSet, runChecks } from './contract-kit.ts';
import type { Check, Finding } from './contract-kit.ts';
import { invalidAreas, invalidRoutes, openAreas, openRoutes } from './routing-cases.ts';
import type { RoutingClient } from './routing-client.ts';
import { MAX_EXPRESSIONS, MAX_LIMIT } from './routing-parameters.ts';
import type { AreaKey, AreasParameters, RoutesParameters } from './routing-parameters.ts';
import {
  headers,
  localRefusals,
  open,
  pagingChecks,
  quickRefusal,
  rejected,
  unknownCheck,
} from './routing-probes.ts';
import type { Area } from './routing-schemas.ts';

/** What the server is known to hold. */
export type RoutingExamples = {
  /** A service with at least one route in `area`; with three or more, paging is tested in earnest. */
  leikaKey: string;
  /** One area with all keys the server knows of it; at least one of ags, ars and areaId. */
  area: { name: string; zip?: string; ags?: string; ars?: string; areaId?: string };
  /** Well-formed keys that the server does not know. */
  unknown: { leikaKey: string; ars: string; areaSearchexpression: string };
  /** An expression that finds several areas, such as "Ha*"; with three or more, paging is tested. */
  manyAreas: string;
};

/** Runs every check against the server behind the client. */
export async function checkRoutingContract(
  client: RoutingClient,
  examples: RoutingExamples,
): Promise<Finding[]> {
  const { leikaKey, area } = examples;
  const [first] = areaKeys(examples);
  const key = Object.entries(first)[0] as [string, string];
  const name = ['areaSearchexpression', area.name] as const;
  return runChecks([
    { name: 'GET /info gives the version', run: async () => versionText(client) },
    ...routeChecks(client, examples, first),
    ...areaChecks(client, examples),
    { name: 'GET /areas gives ids that GET /routes takes', run: async () => idsServe(client, examples) },
    headers('GET /routes 200', async () => client.rawRoutes([['leikaKey', leikaKey], key])),
    headers('GET /routes 400', async () => client.rawRoutes([])),
    headers('GET /areas 200', async () => client.rawAreas([name])),
    headers('GET /areas 400', async () => client.rawAreas([])),
    ...localRefusals(client),
    ...invalidRoutes(leikaKey, key).map((each) => rejected('/routes', each, client.rawRoutes)),
    ...openRoutes(leikaKey, key).map((each) => open('/routes', each, client.rawRoutes)),
    ...invalidAreas(area.name).map((each) => rejected('/areas', each, client.rawAreas)),
    ...openAreas(area.name).map((each) => open('/areas', each, client.rawAreas)),
    open('/info', { name: 'unknown parameter', query: [['colour', 'blue']] }, client.rawInfo),
    quickRefusal(client),
  ]);
}

async function versionText(client: RoutingClient): Promise<string> {
  const { major, minor, patch } = (await client.info()).version;
  const version = `${major}.${minor}.${patch}`;
  return version === '2.0.0' ? version : `open: ${version}; the specification read here is 2.0.0`;
}

/** "Diese Id kann über die Resource /area ermittelt werden" (parameter areaId). */
async function idsServe(client: RoutingClient, { leikaKey, area }: RoutingExamples): Promise<string> {
  const { areas } = await client.areas({ areaSearchexpression: [area.name], limit: 5 });
  for (const { id } of areas) await client.routes({ leikaKey, areaId: id });
  return `${areas.length} ids taken`;
}

function areaKeys({ area }: RoutingExamples): [AreaKey, ...AreaKey[]] {
  const keys: AreaKey[] = [];
  if (area.ars !== undefined) keys.push({ ars: area.ars });
  if (area.ags !== undefined) keys.push({ ags: area.ags });
  if (area.areaId !== undefined) keys.push({ areaId: area.areaId });
  const [first, ...others] = keys;
  demand(first !== undefined, 'examples.area needs ags, ars or areaId');
  return [first, ...others];
}

function routeChecks(client: RoutingClient, examples: RoutingExamples, area: AreaKey): Check[] {
  const asked: RoutesParameters = { leikaKey: examples.leikaKey, ...area };
  const found = areaKeys(examples).map((key) => ({
    name: `GET /routes by ${Object.keys(key)[0]} finds a route`,
    run: async () => {
      const { count } = await client.routes({ leikaKey: examples.leikaKey, ...key });
      demand(count > 0, 'no route for the known area');
      return `${count} routes`;
    },
  }));
  const total = async () => (await client.routes(asked)).totalCount;
  const walkBy = async (limit: number) => client.allRoutes({ ...asked, limit });
  return [
    ...found,
    { name: 'GET /routes is the same by every area key', run: async () => sameByKey(client, examples) },
    ...pagingChecks('/routes', walkBy, async (page) => client.routes({ ...asked, ...page }), total),
    unknownCheck('/routes', 'leikaKey', client.rawRoutes, [
      ['leikaKey', examples.unknown.leikaKey],
      Object.entries(area)[0] as [string, string],
    ]),
    unknownCheck('/routes', 'ars', client.rawRoutes, [
      ['leikaKey', examples.leikaKey],
      ['ars', examples.unknown.ars],
    ]),
  ];
}

async function sameByKey(client: RoutingClient, examples: RoutingExamples): Promise<string> {
  const [first, ...others] = areaKeys(examples);
  const expected = await client.allRoutes({ leikaKey: examples.leikaKey, ...first });
  for (const key of others) {
    const routes = await client.allRoutes({ leikaKey: examples.leikaKey, ...key });
    demandSameSet(routes, expected, `routes by ${canonical(key)} and by ${canonical(first)}`);
  }
  return `${others.length + 1} keys compared`;
}

function areaChecks(client: RoutingClient, { area, manyAreas, unknown }: RoutingExamples): Check[] {
  const asked: AreasParameters = { areaSearchexpression: [manyAreas] };
  const total = async () => (await client.areas(asked)).totalCount;
  const walkBy = async (limit: number) => client.allAreas({ ...asked, limit });
  const finds = (what: string, ...areaSearchexpression: string[]): Check => ({
    name: `GET /areas finds the known area by ${what}`,
    run: async () => findsArea(area, await client.allAreas({ areaSearchexpression })),
  });
  const beginning = [...area.name].slice(0, 3).join('').trim();
  return [
    finds('name', area.name),
    ...(area.zip === undefined ? [] : [finds('zip', area.zip), finds('name and zip', area.name, area.zip)]),
    finds('beginning of its name', `${beginning}*`),
    finds(`${MAX_EXPRESSIONS} expressions`, ...Array<string>(MAX_EXPRESSIONS).fill(area.name)),
    {
      name: 'GET /areas with "abc*" finds only names with a word beginning so',
      run: async () => {
        const areaSearchexpression = [`${beginning}*`];
        return wordsBegin(beginning, await client.allAreas({ areaSearchexpression }));
      },
    },
    {
      name: 'GET /areas gives each id once',
      run: async () => demandNoDoubles(await walkBy(MAX_LIMIT), ({ id }) => id),
    },
    ...pagingChecks('/areas', walkBy, async (page) => client.areas({ ...asked, ...page }), total),
    unknownCheck('/areas', 'areaSearchexpression', client.rawAreas, [
      ['areaSearchexpression', unknown.areaSearchexpression],
    ]),
  ];
}

function findsArea(area: RoutingExamples['area'], found: readonly Area[]): string {
  const hit = found.find(({ id, name }) => {
    return area.areaId === undefined ? name === area.name : id === area.areaId;
  });
  demand(hit !== undefined, `not among ${found.length} areas`);
  demand(hit.name === area.name, `name is "${hit.name}", not "${area.name}"`);
  return `${hit.id} ${hit.name} (${hit.type})`;
}

function wordsBegin(beginning: string, areas: readonly Area[]): string {
  const wanted = beginning.toLowerCase();
  const stranger = areas.find(({ name }) => {
    const words = [name, ...name.split(/[^\p{L}\p{N}]+/u)];
    return !words.some((word) => word.toLowerCase().startsWith(wanted));
  });
  demand(stranger === undefined, `"${stranger?.name}" has no word beginning with "${beginning}"`);
  return `${areas.length} areas`;
}
