/**
 * What a strict stranger asks a server of the PVOG Suchdienst.
 * Source: samples/pvog/suchdienst-endpoints.tsv and README.md. Where these are silent, the check
 * passes with any answer below 500 and its detail starts with "open:".
 */
import { canonical, ServerError } from './common.ts';
import { demand, demandNoDoubles, demandSame, demandSameSet, runChecks } from './contract-kit.ts';
import type { Check, Finding } from './contract-kit.ts';
import type { SuchdienstClient } from './suchdienst-client.ts';
import { MIN_SIZE } from './suchdienst-parameters.ts';
import { exists, localRefusals, openProbes, smallSize } from './suchdienst-probes.ts';
import type { SuchdienstExamples } from './suchdienst-probes.ts';

export type { SuchdienstExamples } from './suchdienst-probes.ts';

/** Runs every check against the server behind the client. */
export async function checkSuchdienstContract(
  client: SuchdienstClient,
  examples: SuchdienstExamples,
): Promise<Finding[]> {
  return runChecks([
    ...locationChecks(client, examples.location),
    ...serviceChecks(client, examples.services),
    ...detailChecks(client, examples.detail),
    ...onlineChecks(client, examples.onlineServices.ars),
    ...existenceChecks(client, examples),
    ...localRefusals(client),
    ...openProbes(client, examples),
  ]);
}

const check = (path: string, name: string, run: () => Promise<string>): Check => ({
  name: `GET /${path} ${name}`,
  run,
});

function locationChecks(client: SuchdienstClient, known: SuchdienstExamples['location']): Check[] {
  const path = 'v3/locations';
  const { q } = known;
  return [
    check(path, 'finds the known place', async () => {
      const found = await client.locations({ q });
      const hit = found.some(({ ars, name }) => ars === known.ars && name === known.name);
      demand(hit, `not among ${found.length} places: ${canonical(found[0] ?? null)}`);
      return `${found.length} places, no doubles in ${demandNoDoubles(found)}`;
    }),
    check(path, 'obeys filterBy=ORT', async () => {
      const found = await client.locations({ q, filterBy: 'ORT' });
      const whole = new Set((await client.locations({ q })).map(canonical));
      const strangers = found.filter((place) => !whole.has(canonical(place)));
      return `${found.length} of ${whole.size} places; ${strangers.length} only with the filter`;
    }),
    ...[1, 2].map((limit) =>
      check(path, `obeys limit=${limit}`, async () => {
        const { length } = await client.locations({ q });
        const cut = await client.locations({ q, limit });
        demand(cut.length === Math.min(limit, length), `${cut.length} of ${length} places`);
        return `${cut.length} of ${length} places`;
      }),
    ),
  ];
}

function serviceChecks(client: SuchdienstClient, asked: SuchdienstExamples['services']): Check[] {
  const path = 'v8beta1/servicedescriptions';
  const contentOf = async (page: number, size: number) =>
    (await client.serviceDescriptions({ ...asked, page, size })).serviceDescriptions.content;
  const all = async (more: { size?: number; useArsHierarchy?: boolean }) =>
    client.allServiceDescriptions({ ...asked, ...more, page: await firstPage(contentOf) });
  return [
    check(path, 'finds services by ars and q', async () => {
      const { content } = (await client.serviceDescriptions(asked)).serviceDescriptions;
      demand(content.length > 0, 'nothing found');
      return `${content.length} services`;
    }),
    check(path, `pages of ${MIN_SIZE} joined equal the whole`, async () => {
      const items = await all({ size: MIN_SIZE });
      const whole = await contentOf(await firstPage(contentOf), Math.max(MIN_SIZE, items.length + 1));
      demandSame(items, whole, 'pages joined');
      const proof = items.length > MIN_SIZE ? '' : '; too few for a second page';
      return `${demandNoDoubles(items)}${proof}`;
    }),
    check(path, 'counts pages', async () => `open: from ${await firstPage(contentOf)} on`),
    check(path, 'with useArsHierarchy finds no fewer', async () => {
      const narrow = (await all({ useArsHierarchy: false })).length;
      const wide = (await all({ useArsHierarchy: true })).length;
      demand(wide >= narrow, `${wide} with, ${narrow} without the hierarchy`);
      return `${wide} with, ${narrow} without the hierarchy`;
    }),
    smallSize(client, asked),
  ];
}

/** The facts do not say how pages count: if page 0 is refused, or the same as page 1, from 1 on. */
async function firstPage(contentOf: (page: number, size: number) => Promise<unknown[]>): Promise<0 | 1> {
  const one = await contentOf(1, MIN_SIZE);
  try {
    const zero = await contentOf(0, MIN_SIZE);
    return canonical(zero) === canonical(one) ? 1 : 0;
  } catch (error) {
    if (error instanceof ServerError) return 1;
    throw error;
  }
}

function detailChecks(client: SuchdienstClient, known: SuchdienstExamples['detail']): Check[] {
  const path = 'v6/servicedescriptions/{id}/detail';
  const { id, ars, leikaKey } = known;
  return [
    check(path, 'has the known fields', async () => {
      const asked = { ars, applyDynamicParams: true } as const;
      const { details, leikakeys } = await client.serviceDescriptionDetail(id, asked);
      demand(details.length > 0, '$.details is empty');
      const named = leikaKey === undefined || canonical(leikakeys).includes(leikaKey);
      demand(named, `$.leikakeys does not hold ${leikaKey}`);
      return `${details.length} details, ${leikakeys.length} keys`;
    }),
    check(path, 'answers without applyDynamicParams', async () => {
      const { details } = await client.serviceDescriptionDetail(id, { ars });
      return `${details.length} details`;
    }),
  ];
}

function onlineChecks(client: SuchdienstClient, ars: string): Check[] {
  const path = 'v1beta2/onlineservices';
  return [
    check(path, 'pages joined are totalHits in number, without doubles', async () => {
      const first = await client.onlineServices({ ars });
      const items = await client.allOnlineServices({ ars });
      demand(items.length === first.totalHits, `${items.length} joined, totalHits is ${first.totalHits}`);
      demand(items.length > 0, 'nothing found');
      const proof = first.nextPageToken ? '' : '; a single page';
      return `${demandNoDoubles(items, ({ id }) => String(id))}${proof}`;
    }),
    check(path, 'gives the same again', async () => {
      const once = await client.allOnlineServices({ ars });
      demandSameSet(await client.allOnlineServices({ ars }), once, 'second walk');
      return `${once.length} online services`;
    }),
  ];
}

function existenceChecks(client: SuchdienstClient, examples: SuchdienstExamples): Check[] {
  const { services, leikaIds, lbId, organisation, location } = examples;
  const area = ['ars', services.ars] as const;
  const page = [['page', '0'], ['size', String(MIN_SIZE)]] as const;
  const ids = leikaIds.map((id) => ['leikaIds', id] as const);
  return [
    exists(client, 'v2/locations/suggestions', [['q', location.q]], 'q'),
    exists(client, `v7/servicedescriptions/${services.ars}`, [['q', services.q]], 'q'),
    exists(client, 'v2/servicedescriptions/leikahierarchy', [area, ...ids, ...page], 'ars, leikaIds, …'),
    exists(client, 'v3/servicedescriptions/leikaid', [], 'no parameter listed'),
    exists(client, 'v5/servicedescriptions/csv', [], 'no parameter listed'),
    exists(client, 'v2/organisationunits/titles', [area, ['lbId', lbId]], 'ars, lbId'),
    exists(client, 'v5/organisationunits/detail', [['q', organisation]], 'q'),
    exists(client, 'v1/relations/jzufi-2-3', [], 'no parameter listed'),
  ];
}
