import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { createRemoteJWKSet, customFetch, decodeJwt, jwtVerify } from 'jose';
import { z } from 'zod';
import { openZustellpunkt } from '#delivery';
import { actorOf, localRequest } from '#platform';
import { hundLive } from '../support/hund-live.ts';
import { runCommand } from '../support/run-command.ts';
import { type RunningApp, runningApp } from '../support/running-app.ts';
import { checkRoutingContract } from './clients/routing-client.contract.ts';
import { type RoutingClient, routingClient } from './clients/routing-client.ts';

/**
 * A client that somebody wrote from routing-api-2.0.0.yaml alone, before the server was there, asks the real server. Its
 * files stand unchanged in `clients/`.
 */

const hundesteuer = '99102013002000';
/** Three Kommunen of one Kreis are connected, so that its routes fill pages. */
const connected = ['Lemgo', 'Kalletal', 'Extertal'];
const kreisLippe = { name: 'Kreis Lippe', ags: '05766', ars: '05766', areaId: '05766' };
const lemgo = { name: 'Lemgo', zip: '32657', ags: '05766044', ars: '057660044044', areaId: '057660044044' };

const ownRoute = z.object({
  destination: z.object({ id: z.string() }).nullable(),
  amt: z.object({ name: z.string() }).nullable(),
  onlinedienst: z.object({ href: z.string(), gebuehr: z.string().nullable() }).nullable(),
});

async function send(url: URL, init: { headers: Record<string, string> }): Promise<Response> {
  const { status, headers, text } = await localRequest(url.href, init);
  const pairs = Object.entries(headers).map(([name, value]): [string, string] => [name, String(value)]);
  return new Response(text, { status, headers: pairs });
}

describe('FIT-Connect Routing API 2.0.0', () => {
  let app: RunningApp;
  let client: RoutingClient;
  let baseUrl: string;
  before(async () => {
    app = await runningApp();
    for (const name of connected.slice(1)) await openOffices(app, name);
    for (const name of connected) await hundLive(app, name);
    baseUrl = `${app.services.hosts.originOf('api')}/fit-connect/routing/v2/`;
    client = routingClient({ baseUrl, send });
  });
  after(() => app[Symbol.asyncDispose]());

  for (const area of [lemgo, kreisLippe])
    test(`a stranger’s client finds nothing that breaks the specification, asking for ${area.name}`, async () => {
      // Each run asks some two hundred times, and 600 a minute are allowed.
      const findings = await checkRoutingContract(client, {
        leikaKey: hundesteuer,
        area,
        unknown: { leikaKey: '99999999999999', ars: '059990099099', areaSearchexpression: 'Xyzzyhausen' },
        manyAreas: 'Lemg*',
      });
      assert.ok(findings.length > 100, `${findings.length} checks`);
      assert.deepEqual(
        findings.filter(({ ok }) => !ok),
        [],
      );
    });

  test('a route names the office, its address, and is signed with the key of this installation', async () => {
    const { routes } = await client.routes({ leikaKey: hundesteuer, ags: lemgo.ags });
    const [route] = routes;
    assert.ok(route);
    assert.match(route.destinationName ?? '', /^Lemgo - Steueramt/);
    assert.equal(route.origin, 'Leitwerk');
    const jwks = createRemoteJWKSet(new URL(`${baseUrl}.well-known/jwks.json`), {
      [customFetch]: (url, { headers }) => send(new URL(url), { headers: Object.fromEntries(headers) }),
    });
    const { payload, protectedHeader } = await jwtVerify(route.destinationSignature, jwks);
    assert.equal(protectedHeader.alg, 'PS512');
    assert.equal(payload.destinationId, route.destinationId);
    assert.deepEqual(payload.services, [
      {
        gebietIDs: [`urn:de:bund:destatis:bevoelkerungsstatistik:schluessel:rs:${lemgo.ars}`],
        leistungIDs: [`urn:de:fim:leika:leistung:${hundesteuer}`],
      },
    ]);
    assert.equal(JSON.stringify(route).includes('lemgo.demo.invalid'), true);
    assert.ok(!JSON.stringify(decodeJwt(route.destinationSignature)).includes('BEGIN'));
  });

  test('our own API leads to the same Zustellpunkt, with office and fee, and its link opens', async () => {
    const { routes } = await client.routes({ leikaKey: hundesteuer, ags: lemgo.ags });
    const asked = `${app.root}/api/v1/wege?leistung=${hundesteuer}&ort=32657`;
    const route = ownRoute.parse(JSON.parse((await localRequest(asked)).text));
    assert.equal(route.destination?.id, routes[0]?.destinationId);
    assert.equal(route.amt?.name, 'Steueramt (erfunden)');
    assert.match(route.onlinedienst?.gebuehr ?? '', /kostet|Gebühr/);
    const page = await localRequest(route.onlinedienst?.href ?? '');
    assert.equal(page.status, 200);
    assert.match(page.text, /Online beantragen/);
    // Extertal is connected too, but shows no site that a link could lead to.
    const hidden = `${app.root}/api/v1/wege?leistung=${hundesteuer}&ort=Extertal`;
    const without = ownRoute.parse(JSON.parse((await localRequest(hidden)).text));
    assert.equal(without.onlinedienst, null);
    assert.ok(without.destination);
  });

  test('a Kreis has the Zustellpunkte of its Gemeinden; a place without an Onlinedienst has none', async () => {
    const inKreis = await client.routes({ leikaKey: hundesteuer, ags: '05766' });
    assert.deepEqual(
      inKreis.routes.map(({ destinationName }) => destinationName?.split(' - ')[0]),
      connected.toSorted(),
    );
    assert.equal((await client.routes({ leikaKey: hundesteuer, ags: '05' })).totalCount, connected.length);
    assert.equal((await client.routes({ leikaKey: hundesteuer, ags: '05758012' })).totalCount, 0);
    assert.equal((await client.routes({ leikaKey: hundesteuer, ars: '010020000000' })).totalCount, 0);
  });

  test('a service that rests has no destination', async () => {
    const step = (name: string, more = {}) =>
      runCommand(app, 'anbindung step', ['hund-anmelden', name], { kommune: 'Lemgo', ...more });
    await step('aussetzen', { grund: 'Wartung' });
    await seenBy(app);
    assert.equal((await client.routes({ leikaKey: hundesteuer, ags: lemgo.ags })).totalCount, 0);
    await step('fortsetzen');
    await seenBy(app);
    assert.equal((await client.routes({ leikaKey: hundesteuer, ags: lemgo.ags })).totalCount, 1);
  });

  test('who asks too much is told when to come back, in the form that the specification gives', async () => {
    const statuses = new Set<number>();
    for (let call = 0; call < 700 && !statuses.has(429); call += 1) {
      const outcome = await client.rawRoutes([]);
      statuses.add(outcome.status);
      if (outcome.status === 429) assert.equal(outcome.rateLimit.remaining, 0);
    }
    assert.ok(statuses.has(429));
  });

  test('an address that is none answers with a problem', async () => {
    const answer = await localRequest(`${baseUrl}wrong`);
    assert.equal(answer.status, 404);
    const problem = z.object({ type: z.string(), title: z.string(), status: z.literal(404) });
    assert.ok(problem.safeParse(JSON.parse(answer.text)).success);
  });
});

/** Gives a Kommune the two offices that „Hund anmelden“ wants. */
async function openOffices({ services, contexts }: RunningApp, name: string): Promise<void> {
  const ags = (await services.worlds.territory()).bodies.find((body) => body.name === name)?.ags ?? '';
  const kommune = await contexts.portal.kommuneOf(ags);
  assert.ok(kommune, name);
  const party = { tenant: kommune.tenant, actor: actorOf('system', 'test') };
  for (const office of ['Steueramt', 'Ordnungsamt']) {
    const opened = await openZustellpunkt(contexts.delivery, party, `${office} (erfunden)`, '');
    assert.ok(opened.ok, opened.ok ? '' : opened.refusal.message);
  }
}

/** A snapshot counts as current for a second; whoever comes then gets the old one and lets it be read anew. */
async function seenBy({ contexts }: RunningApp): Promise<void> {
  const before = await contexts.routing.world();
  await new Promise((resolve) => setTimeout(resolve, 1_050));
  for (let tries = 0; tries < 200 && (await contexts.routing.world()) === before; tries += 1)
    await new Promise((resolve) => setTimeout(resolve, 10));
}
