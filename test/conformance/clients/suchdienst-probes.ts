/**
 * Single probes of the contract of the PVOG Suchdienst.
 * Source: samples/pvog/suchdienst-endpoints.tsv and README.md. No error answer is described there,
 * so an invalid call may be refused (4xx) or answered, but must not break the server (5xx).
 */
import type { Query } from './common.ts';
import { demand, demandLocalRefusal } from './contract-kit.ts';
import type { Check } from './contract-kit.ts';
import type { RawHeaders, SuchdienstClient } from './suchdienst-client.ts';
import { MIN_SIZE } from './suchdienst-parameters.ts';

/** What the server is known to hold. */
export type SuchdienstExamples = {
  /** A search text that finds the place named; with several places found, "limit" is tested. */
  location: { q: string; ars: string; name: string };
  /** An area and search text with service descriptions; with more than five, paging is tested. */
  services: { ars: string; q: string };
  /** A service description valid in the area. */
  detail: { id: string; ars: string; leikaKey?: string };
  /** An area with online services, best with more than one page of them. */
  onlineServices: { ars: string };
  /** Texts for the operations whose answers are not described. */
  leikaIds: readonly string[];
  lbId: string;
  organisation: string;
  /** An id, fit for a path, that the server does not know. */
  unknownId: string;
};

type Probe = { name: string; path: string; query?: Query; headers?: RawHeaders };

const LOCATIONS = 'v3/locations';
const SERVICES = 'v8beta1/servicedescriptions';
const ONLINE = 'v1beta2/onlineservices';

/** The outcome is not described: any answer below 500 will do, and is told as it is. */
export function open(client: SuchdienstClient, { name, path, query, headers }: Probe): Check {
  return {
    name: `GET /${path} does not break: ${name}`,
    run: async () => {
      const { status, mediaType } = await client.raw(path, query, headers);
      demand(status < 500, `answered ${status}`);
      return `open: answered ${status} ${mediaType}`;
    },
  };
}

/** An operation of undescribed answer is known to exist: 200, or a refusal that is not "unknown path". */
export function exists(client: SuchdienstClient, path: string, query: Query, listed: string): Check {
  return {
    name: `GET /${path} exists (${listed})`,
    run: async () => {
      const { status, mediaType, text } = await client.raw(path, query);
      demand(status < 500 && status !== 404 && status !== 405, `answered ${status}`);
      return `${status === 200 ? '' : 'open: '}answered ${status} ${mediaType}, ${text.length} characters`;
    },
  };
}

/** "size (min 5)": a smaller size is refused, or raised to 5; it must not be obeyed. */
export function smallSize(client: SuchdienstClient, { ars, q }: SuchdienstExamples['services']): Check {
  return {
    name: `GET /${SERVICES} does not obey size=${MIN_SIZE - 1}`,
    run: async () => {
      const full = await client.serviceDescriptions({ ars, q, size: MIN_SIZE });
      const query: Query = [['ars', ars], ['q', q], ['size', String(MIN_SIZE - 1)]];
      const { status, text } = await client.raw(SERVICES, query);
      demand(status < 500, `answered ${status}`);
      if (status !== 200) return `answered ${status}`;
      const count = (JSON.parse(text) as typeof full).serviceDescriptions.content.length;
      demand(count === full.serviceDescriptions.content.length, `obeyed: ${count} entries`);
      return `open: answered 200 with ${count} entries, as for size=${MIN_SIZE}`;
    },
  };
}

/** Invalid, incomplete or unknown parameters and headers, none of them described. */
export function openProbes(client: SuchdienstClient, examples: SuchdienstExamples): Check[] {
  const { ars, q } = examples.services;
  const place = ['q', examples.location.q] as const;
  const area = ['ars', ars] as const;
  const word = ['q', q] as const;
  const idHeader = 'pvog-sud-api-client-id';
  const language = 'accept-language';
  const probes: Probe[] = [
    { name: 'without client id', path: LOCATIONS, query: [place], headers: { [idHeader]: undefined } },
    { name: 'without language', path: LOCATIONS, query: [place], headers: { [language]: undefined } },
    { name: 'unknown language', path: LOCATIONS, query: [place], headers: { [language]: 'tlh' } },
    { name: 'without q', path: LOCATIONS },
    { name: 'empty q', path: LOCATIONS, query: [['q', '']] },
    { name: 'q with signs', path: LOCATIONS, query: [['q', '%_*\'"\\<>&+ ä\u0000']] },
    { name: 'very long q', path: LOCATIONS, query: [['q', 'a'.repeat(2000)]] },
    { name: 'unknown filterBy', path: LOCATIONS, query: [place, ['filterBy', 'PLANET']] },
    ...['0', '-1', 'abc', '99999999999'].map((limit) => ({
      name: `limit=${limit}`,
      path: LOCATIONS,
      query: [place, ['limit', limit]] as const,
    })),
    { name: 'unknown parameter', path: LOCATIONS, query: [place, ['colour', 'blue']] },
    { name: 'without ars', path: SERVICES, query: [word] },
    { name: 'ars with letters', path: SERVICES, query: [['ars', 'abc'], word] },
    { name: 'ars too long', path: SERVICES, query: [['ars', '0'.repeat(13)], word] },
    ...['-1', 'abc', '99999999999'].flatMap((value) => [
      { name: `page=${value}`, path: SERVICES, query: [area, word, ['page', value]] as const },
      { name: `size=${value}`, path: SERVICES, query: [area, word, ['size', value]] as const },
    ]),
    { name: 'useArsHierarchy=perhaps', path: SERVICES, query: [area, word, ['useArsHierarchy', 'perhaps']] },
    { name: 'unknown id', path: `v6/servicedescriptions/${examples.unknownId}/detail`, query: [area] },
    { name: 'without ars', path: ONLINE },
    { name: 'wrong token', path: ONLINE, query: [area, ['nextPageToken', 'no-such-token']] },
  ];
  return probes.map((probe) => open(client, probe));
}

/** The client itself refuses what the facts refuse. */
export function localRefusals(client: SuchdienstClient): Check[] {
  const refuses = (name: string, call: () => Promise<unknown>): Check => ({
    name: `client refuses ${name}`,
    run: async () => demandLocalRefusal(call),
  });
  const size = MIN_SIZE - 1;
  return [
    refuses('empty q', async () => client.locations({ q: ' ' })),
    refuses('limit 0', async () => client.locations({ q: 'Halle', limit: 0 })),
    refuses('filterBy other than ORT', async () => client.locations({ q: 'Halle', filterBy: 'X' as 'ORT' })),
    refuses(`size ${size}`, async () => client.serviceDescriptions({ ars: '06', size })),
    refuses('page -1', async () => client.serviceDescriptions({ ars: '06', page: -1 })),
    refuses('ars with letters', async () => client.onlineServices({ ars: 'abc' })),
    refuses('empty id', async () => client.serviceDescriptionDetail('', {})),
  ];
}
