import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { z } from 'zod';
import { searchEvery } from '#finder';
import { localRequest } from '#platform';
import {
  feedOf,
  sampleDienst,
  sampleLeistung,
  sampleStelle,
} from '../../src/contexts/descriptions/testing/sample-feed.ts';
import { feedIn } from '../support/feed-in.ts';
import { hundLive } from '../support/hund-live.ts';
import { type RunningApp, runningApp } from '../support/running-app.ts';
import { checkSuchdienstContract } from './clients/suchdienst-client.contract.ts';
import { type SuchdienstClient, suchdienstClient } from './clients/suchdienst-client.ts';

/**
 * A client that somebody wrote from the list of the twelve paths alone, before the server was there, asks the real server.
 * Its files stand unchanged in `clients/`.
 */

const lemgo = '057660044044';
const detmold = '057660020020';
/** The demo’s Lemgo describes the Hundesteuer itself. */
const ownText = `eigen.${lemgo}.L02950`;
const hundesteuer = '99102013002000';
const dienste = 60;

async function send(url: URL, init: { headers: Record<string, string> }): Promise<Response> {
  const { status, headers, text } = await localRequest(url.href, init);
  const pairs = Object.entries(headers).map(([name, value]): [string, string] => [name, String(value)]);
  return new Response(text, { status, headers: pairs });
}

describe('the Suchdienst in the shape of the PVOG', () => {
  let app: RunningApp;
  let client: SuchdienstClient;
  let found: readonly string[];
  before(async () => {
    app = await runningApp();
    await hundLive(app);
    found = searchEvery(await app.services.worlds.finder.current(), { text: 'Hund', kette: null });
    await feedIn(app, await feedFor(app, found));
    const baseUrl = `${app.services.hosts.originOf('api')}/pvog/suchdienst/api/`;
    client = suchdienstClient({ baseUrl, clientId: 'fremdes-portal', send });
  });
  after(() => app[Symbol.asyncDispose]());

  test('a stranger’s client finds nothing that breaks what is known of it', async () => {
    const findings = await checkSuchdienstContract(client, {
      location: { q: 'Halle', ars: '057540012012', name: 'Halle (Westf.)' },
      services: { ars: lemgo, q: 'Hund' },
      detail: { id: 'L100042.LB.1', ars: lemgo, leikaKey: hundesteuer },
      onlineServices: { ars: lemgo },
      leikaIds: [hundesteuer],
      lbId: 'L100042.LB.1',
      organisation: 'Steueramt',
      unknownId: 'L999999.LB.1',
    });
    assert.ok(findings.length > 50, `${findings.length} checks`);
    assert.deepEqual(
      findings.filter(({ ok }) => !ok),
      [],
    );
  });

  test('climbing gives the most special text for each Leistung; without it only what the area itself says', async () => {
    const first = async (ars: string, useArsHierarchy: boolean) => {
      const { serviceDescriptions } = await client.serviceDescriptions({
        ars,
        q: hundesteuer,
        useArsHierarchy,
      });
      return list.parse(serviceDescriptions).content.map(({ id }) => id);
    };
    assert.deepEqual(
      await first(lemgo, true),
      [ownText],
      'what the Kommune wrote itself stands before a feed',
    );
    assert.deepEqual(await first(detmold, true), ['L100042.LB.101']);
    assert.deepEqual(await first('06431', true), ['L100042.LB.102']);
    assert.deepEqual(await first('09', true), ['L100042.LB.103']);
    assert.deepEqual(await first(detmold, false), []);
    assert.deepEqual(await first('057660000000', false), ['L100042.LB.101']);
  });

  test('a Leistung without any text stands with its name in the catalogue where the Bund counts', async () => {
    const { serviceDescriptions } = await client.serviceDescriptions({
      ars: lemgo,
      q: 'Personalausweis beantragen',
      useArsHierarchy: true,
    });
    const [item] = list.parse(serviceDescriptions).content;
    assert.match(item?.id ?? '', /^L\d{5}$/);
    const { details } = await client.serviceDescriptionDetail(item?.id ?? '', { ars: lemgo });
    assert.deepEqual(
      details.map(({ code, title }) => [code, title]),
      [['02', 'Bezeichnung']],
    );
  });

  test('the detail names the text modules, the offices of feed and Kommune, and links that carry the place', async () => {
    const detail = await client.serviceDescriptionDetail('L100042.LB.1', {
      ars: lemgo,
      applyDynamicParams: true,
    });
    assert.deepEqual(
      detail.details.map(({ code, title }) => [code, title]),
      [
        ['02', 'Bezeichnung'],
        ['05', 'Volltext'],
      ],
    );
    const offices = z.array(z.object({ id: z.string(), name: z.string() })).parse(detail.organisations);
    assert.ok(offices.some(({ id }) => id === 'L100042.OE.1'));
    assert.ok(
      offices.some(({ id, name }) => id.startsWith('eigen.05766044.') && name.startsWith('Steueramt')),
    );
    const links = z.array(z.object({ uri: z.string() })).parse(detail.onlineServiceLinks);
    assert.match(links[0]?.uri ?? '', /^http:\/\/lemgo\.localhost:\d+\/leistungen\/L\d{5}\?ort=05766044$/);
    assert.ok(links.some(({ uri }) => uri === 'https://hund.example/an?ags=05766044'));
    const plain = await client.serviceDescriptionDetail('L100042.LB.1', { ars: lemgo });
    assert.ok(JSON.stringify(plain.onlineServiceLinks).includes('"https://hund.example/an"'));
  });

  test('places: a Kreis and a Land are areas too, a Postleitzahl and a slip of the keyboard find the Gemeinde', async () => {
    const places = async (q: string) =>
      (await client.locations({ q })).map(({ ars, zip }) => `${ars} ${zip}`);
    assert.ok((await places('Kreis Lippe')).includes('057660000000 null'));
    assert.ok((await places('Nordrhein')).includes('050000000000 null'));
    assert.deepEqual(await client.locations({ q: 'Kreis Lippe', filterBy: 'ORT' }), []);
    assert.ok((await places('32657')).includes(`${lemgo} 32657`));
    assert.ok((await places('Lemgoo')).some((place) => place.startsWith(lemgo)));
    assert.ok((await places('326')).length > 3);
  });

  test('relations of the feed come page by page, offices first', async () => {
    const page = z.object({
      nextPageToken: z.string().nullable(),
      relations: z.array(z.object({ type: z.string() })),
    });
    const types: string[] = [];
    for (let token: string | null = ''; token !== null; ) {
      const query = [['size', '25'], ...(token === '' ? [] : [['nextPageToken', token]])] as [
        string,
        string,
      ][];
      const { status, text } = await client.raw('v1/relations/jzufi-2-3', query);
      assert.equal(status, 200);
      const { relations, nextPageToken } = page.parse(JSON.parse(text));
      types.push(...relations.map(({ type }) => type));
      token = nextPageToken;
    }
    assert.equal(types[0], 'organisationseinheit');
    const many = types.filter((type) => type === 'onlinedienst').length;
    assert.ok(
      many >= dienste && many === types.length - types.lastIndexOf('organisationseinheit') - 1,
      `${many}`,
    );
  });

  test('the table for spreadsheets holds every description, and no cell is a formula', async () => {
    const { text } = await client.raw('v5/servicedescriptions/csv', [
      ['q', 'Hund'],
      ['ars', lemgo],
    ]);
    const [head, ...rows] = text.replace('\uFEFF', '').trimEnd().split('\r\n');
    assert.equal(head, 'id;leikaId;name;ars;lastUpdate;editor;teaser');
    assert.ok(rows.length > 12 && rows.some((row) => row.startsWith(`"${ownText}";"`)));
    assert.ok(rows.every((row) => !/(^|;)"[=+@-]/.test(row)));
  });

  test('its own description names every path, and what is known and what is ours', async () => {
    const { status, text } = await client.raw('v3/api-docs/suchen');
    assert.equal(status, 200);
    const { paths } = z.object({ paths: z.record(z.string(), z.unknown()) }).parse(JSON.parse(text));
    assert.equal(Object.keys(paths).length, 12);
    assert.match(text, /"name":"useArsHierarchy".{0,200}"x-herkunft":"bekannt"/);
    assert.match(text, /"name":"nextPageToken".{0,200}"x-herkunft":"eigen"/);
  });

  test('broken and hostile requests are refused with a reason, and none is a fault of ours', async () => {
    const long = 'x'.repeat(9_000);
    for (const [path, status] of [
      ['v9/locations?q=Lemgo', 404],
      ['v3/servicedescriptions?ars=05&q=Hund', 404],
      ['locations?q=Lemgo', 404],
      ['v8beta1/servicedescriptions/', 404],
      ['v3/locations?q=%00', 400],
      ['v3/locations?q=%E0%A4%A', 200],
      [`v3/locations?q=${long}`, 200],
      ['v3/locations?q=%27%3B%20drop%20schema%20finder%20cascade%3B--', 200],
      ['v3/locations?q=%F0%9F%90%B6&limit=1e3', 400],
      [`v8beta1/servicedescriptions?ars=05&q=${long}`, 200],
      ['v8beta1/servicedescriptions?ars=05&q=%00%F0%9F%90%B6%3Cscript%3E', 200],
      ['v8beta1/servicedescriptions?ars=05766044&q=Hund', 400],
      ['v8beta1/servicedescriptions?ars=%D9%A0%D9%A5&q=Hund', 400],
      ['v8beta1/servicedescriptions?ars=05&ars=abc&q=Hund', 200],
      ['v8beta1/servicedescriptions?ars=05&page=9007199254740991&size=1000&q=Hund', 400],
      ['v8beta1/servicedescriptions?ars=05&page=999999999999999&size=1000&q=Hund', 200],
      ['v8beta1/servicedescriptions?ars=05&size=1001', 400],
      ['v8beta1/servicedescriptions?ars=05&size=5.5', 400],
      ['v6/servicedescriptions/%00/detail', 400],
      ['v6/servicedescriptions/eigen.057660044044.L99999/detail', 404],
      ['v6/servicedescriptions/__proto__/detail', 404],
      ['v6/servicedescriptions/..%2f..%2fetc/detail', 404],
      [`v6/servicedescriptions/${long}/detail`, 400],
      ['v7/servicedescriptions/abc', 400],
      ['v2/servicedescriptions/leikahierarchy?ars=05', 400],
      ['v2/servicedescriptions/leikahierarchy?ars=05&leikaIds=1,2', 400],
      ['v2/organisationunits/titles?ars=05&lbId=%25', 404],
      ['v5/organisationunits/detail?q=%25%5C_%00', 200],
      ['v1beta2/onlineservices?ars=05&nextPageToken=ZmVlZDoA', 400],
      ['v1/relations/jzufi-2-3?nextPageToken=%00', 400],
    ] as const) {
      const answer = await localRequest(`${app.services.hosts.originOf('api')}/pvog/suchdienst/api/${path}`);
      assert.equal(answer.status, status, `${path.slice(0, 80)}: ${answer.text.slice(0, 300)}`);
      if (status !== 200) assert.ok(problem.safeParse(JSON.parse(answer.text)).success, answer.text);
    }
    const url = `${app.services.hosts.originOf('api')}/pvog/suchdienst/api/v3/locations`;
    assert.equal((await localRequest(url, { method: 'POST', body: '{}' })).status, 405);
  });

  test('who asks too much is told when to come back', async () => {
    const statuses = new Set<number>();
    for (let call = 0; call < 700 && !statuses.has(429); call += 1) {
      const { status } = await client.raw('v3/locations');
      statuses.add(status);
    }
    assert.ok(statuses.has(429));
  });
});

const list = z.object({ content: z.array(z.object({ id: z.string() })) });
const problem = z.object({ type: z.string(), title: z.string(), status: z.number(), detail: z.string() });

/** Twelve texts of Lemgo, one of Kreis, Land and Bund each, an office and many Onlinedienste; all invented. */
async function feedFor({ services }: RunningApp, ids: readonly string[]): Promise<string> {
  const { leistungById } = await services.worlds.catalogue();
  const keys = [...new Set([hundesteuer, ...ids.flatMap((id) => leistungById.get(id)?.leika ?? [])])];
  const areas = ['057660000000', '060000000000', '000000000000'];
  return feedOf({
    schreibe: [
      ...keys
        .slice(0, 12)
        .map((leika, at) => sampleLeistung({ id: `L100042.LB.${at + 1}`, leika, gebiete: [lemgo] })),
      ...areas.map((ars, at) => sampleLeistung({ id: `L100042.LB.${at + 101}`, gebiete: [ars] })),
      sampleStelle('L100042.OE.1', hundesteuer, [lemgo]),
      ...Array.from({ length: dienste }, (_, at) =>
        sampleDienst(`L100042.OD.${at + 1}`, hundesteuer, [[lemgo, ...areas][at % 4] ?? lemgo]),
      ),
    ],
  });
}
