/**
 * Client of the PVOG Suchdienst that checks every answer against what is known of it.
 * Source: samples/pvog/suchdienst-endpoints.tsv and samples/pvog/README.md (base, headers, paths,
 * queries, fields); nothing else is known, so nothing else is checked. Eight of the twelve answers
 * are not described at all: these are handed back as read.
 */
import type { z } from 'zod';
import {
  buildUrl,
  canonical,
  conform,
  DeviationError,
  encode,
  LocalRefusalError,
  mediaTypeOf,
  parseJson,
  ServerError,
} from './common.ts';
import type { Query, Send } from './common.ts';
import * as parameters from './suchdienst-parameters.ts';
import * as schemas from './suchdienst-schemas.ts';
import type {
  Detail,
  Location,
  OnlineService,
  OnlineServices,
  ServiceDescriptions,
} from './suchdienst-schemas.ts';

export type SuchdienstOptions = { baseUrl: string; clientId: string; send: Send; language?: string };

/** An answer as it came, of any status. */
export type RawAnswer = { status: number; mediaType: string; text: string };

export type RawHeaders = Record<string, string | undefined>;

export type SuchdienstClient = {
  /** GET /v3/locations */
  locations: (asked: parameters.LocationsParameters) => Promise<Location[]>;
  /** GET /v2/locations/suggestions */
  locationSuggestions: (asked: { q: string }) => Promise<RawAnswer>;
  /** GET /v8beta1/servicedescriptions */
  serviceDescriptions: (asked: parameters.ServiceDescriptionsParameters) => Promise<ServiceDescriptions>;
  /** GET /v7/servicedescriptions/{ars} */
  serviceDescriptionsByArs: (ars: string, asked: { q?: string | undefined }) => Promise<RawAnswer>;
  /** GET /v6/servicedescriptions/{id}/detail */
  serviceDescriptionDetail: (id: string, asked: parameters.DetailParameters) => Promise<Detail>;
  /** GET /v2/servicedescriptions/leikahierarchy */
  leikaHierarchy: (asked: parameters.LeikaHierarchyParameters) => Promise<RawAnswer>;
  /** GET /v3/servicedescriptions/leikaid */
  leikaId: () => Promise<RawAnswer>;
  /** GET /v5/servicedescriptions/csv */
  serviceDescriptionsCsv: () => Promise<RawAnswer>;
  /** GET /v2/organisationunits/titles */
  organisationTitles: (asked: parameters.OrganisationTitlesParameters) => Promise<RawAnswer>;
  /** GET /v5/organisationunits/detail */
  organisationDetail: (asked: { q: string }) => Promise<RawAnswer>;
  /** GET /v1beta2/onlineservices */
  onlineServices: (asked: parameters.OnlineServicesParameters) => Promise<OnlineServices>;
  /** GET /v1/relations/jzufi-2-3 */
  relations: () => Promise<RawAnswer>;
  /** All pages of service descriptions from `page` on (0 if not given), by page and size. */
  allServiceDescriptions: (asked: parameters.ServiceDescriptionsParameters) => Promise<unknown[]>;
  /** All pages of online services, by nextPageToken. */
  allOnlineServices: (asked: { ars: string }) => Promise<OnlineService[]>;
  /** Sends any path, query and headers (undefined leaves one out) without any check. */
  raw: (path: string, query?: Query, headers?: RawHeaders) => Promise<RawAnswer>;
};

type Get = (path: string, query?: Query) => Promise<RawAnswer>;
type Read = <T>(schema: z.ZodType<T>, path: string, query?: Query) => Promise<T>;
type Raw = SuchdienstClient['raw'];

const SERVICES = 'v8beta1/servicedescriptions';
const ONLINE = 'v1beta2/onlineservices';
const CONTENT = '$.serviceDescriptions.content';
const DEFAULT_SIZE = 50;

/** Builds the client; `baseUrl` ends in /suchdienst/api. */
export function suchdienstClient(options: SuchdienstOptions): SuchdienstClient {
  const { baseUrl, clientId, send, language = 'de' } = options;
  requireHeaderValue('clientId', clientId);
  requireHeaderValue('language', language);
  const own = { 'pvog-sud-api-client-id': clientId, 'accept-language': language };
  const raw: Raw = async (path, query = [], headers = {}) => {
    const entries = Object.entries({ ...own, ...headers }).filter(([, value]) => value !== undefined);
    const response = await send(buildUrl(baseUrl, path, query), {
      headers: Object.fromEntries(entries) as Record<string, string>,
    });
    const mediaType = mediaTypeOf(response, `GET /${path} ${response.status}`);
    return { status: response.status, mediaType, text: await response.text() };
  };
  const get: Get = async (path, query = []) => {
    const answer = await raw(path, query);
    if (answer.status !== 200) throw new ServerError(`GET /${path}`, answer.status, answer.text);
    return answer;
  };
  const read: Read = async (schema, path, query = []) => {
    const { text } = await get(path, query);
    return conform(schema, parseJson(text, `GET /${path} 200`), `GET /${path} 200`);
  };
  return { ...describedOperations(read), ...opaqueOperations(get), raw };
}

/** The four operations whose fields are known, and the walks over their pages. */
function describedOperations(read: Read) {
  const serviceDescriptions: SuchdienstClient['serviceDescriptions'] = async (asked) => {
    const query = parameters.serviceDescriptionsQuery(asked);
    const answer = await read(schemas.serviceDescriptionsSchema, SERVICES, query);
    requireAtMost(answer.serviceDescriptions.content, asked.size, SERVICES, CONTENT);
    return answer;
  };
  const onlineServices: SuchdienstClient['onlineServices'] = async (asked) =>
    read(schemas.onlineServicesSchema, ONLINE, parameters.onlineServicesQuery(asked));
  return {
    locations: async (asked: parameters.LocationsParameters) => {
      const query = parameters.locationsQuery(asked);
      const found = await read(schemas.locationsSchema, 'v3/locations', query);
      return requireAtMost(found, asked.limit, 'v3/locations', '$');
    },
    serviceDescriptions,
    serviceDescriptionDetail: async (id: string, asked: parameters.DetailParameters) => {
      const path = `v6/servicedescriptions/${encode(parameters.requireText('id', id))}/detail`;
      return read(schemas.detailSchema, path, parameters.detailQuery(asked));
    },
    onlineServices,
    allServiceDescriptions: async (asked: parameters.ServiceDescriptionsParameters) =>
      walkPages(asked, serviceDescriptions),
    allOnlineServices: async ({ ars }: { ars: string }) => walkTokens(ars, onlineServices),
  };
}

/** The eight operations of which only path and query are known. */
function opaqueOperations(get: Get) {
  const q = (text: string): Query => [['q', parameters.requireText('q', text)]];
  return {
    locationSuggestions: async (asked: { q: string }) => get('v2/locations/suggestions', q(asked.q)),
    serviceDescriptionsByArs: async (ars: string, asked: { q?: string | undefined }) => {
      parameters.requireArs(ars);
      return get(`v7/servicedescriptions/${ars}`, asked.q === undefined ? [] : q(asked.q));
    },
    leikaHierarchy: async (asked: parameters.LeikaHierarchyParameters) =>
      get('v2/servicedescriptions/leikahierarchy', parameters.leikaHierarchyQuery(asked)),
    leikaId: async () => get('v3/servicedescriptions/leikaid'),
    serviceDescriptionsCsv: async () => get('v5/servicedescriptions/csv'),
    organisationTitles: async (asked: parameters.OrganisationTitlesParameters) =>
      get('v2/organisationunits/titles', parameters.organisationTitlesQuery(asked)),
    organisationDetail: async (asked: { q: string }) => get('v5/organisationunits/detail', q(asked.q)),
    relations: async () => get('v1/relations/jzufi-2-3'),
  };
}

function requireHeaderValue(name: string, value: string): void {
  if (!/^[\x21-\x7e](?:[\x20-\x7e]*[\x21-\x7e])?$/.test(value)) {
    throw new LocalRefusalError(name, 'must be printable ASCII and not empty');
  }
}

function requireAtMost<T>(items: T[], most: number | undefined, path: string, place: string): T[] {
  if (most !== undefined && items.length > most) {
    throw new DeviationError(`GET /${path} 200 ${place}`, `${items.length} entries, asked at most ${most}`);
  }
  return items;
}

/**
 * Ends with the first page that is not full, since no upper limit of "size" is known. A page that
 * repeats the one before means that "page" has no effect.
 */
async function walkPages(
  asked: parameters.ServiceDescriptionsParameters,
  fetchPage: SuchdienstClient['serviceDescriptions'],
): Promise<unknown[]> {
  const size = asked.size ?? DEFAULT_SIZE;
  const items: unknown[] = [];
  let previous: string | undefined;
  for (let page = asked.page ?? 0; ; page += 1) {
    const { content } = (await fetchPage({ ...asked, page, size })).serviceDescriptions;
    const text = canonical(content);
    if (content.length > 0 && text === previous) {
      throw new DeviationError(`GET /${SERVICES} 200 ${CONTENT}`, `page ${page} repeats the one before`);
    }
    previous = text;
    items.push(...content);
    if (content.length < size) return items;
  }
}

/** Ends with the first page without token; a token seen before would never end. */
async function walkTokens(
  ars: string,
  fetchPage: SuchdienstClient['onlineServices'],
): Promise<OnlineService[]> {
  const items: OnlineService[] = [];
  const seen = new Set<string>();
  let token: string | undefined;
  do {
    const page = await fetchPage({ ars, nextPageToken: token });
    items.push(...page.onlineservices);
    token = page.nextPageToken || undefined;
    if (token !== undefined && seen.has(token)) {
      throw new DeviationError(`GET /${ONLINE} 200 $.nextPageToken`, `"${token}" was given before`);
    }
    if (token !== undefined) seen.add(token);
  } while (token !== undefined);
  return items;
}
