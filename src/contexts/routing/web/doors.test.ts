import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { actorOf, type Principal } from '#platform';
import { askerOf, pageOf } from '../../../../test/support/page-request.ts';
import { routingCommands } from '../cli.ts';
import type { RoutingWorld } from '../routing-world.ts';
import {
  depsOf,
  hundesteuer,
  hundInLemgo,
  lemgoAuftritt,
  shippedRouting,
  withLocal,
} from '../testing/routing-world.ts';
import { routingOperations } from './operations.ts';
import { routingPages } from './pages.ts';

const principal: Principal = {
  kind: 'betreiber',
  actor: actorOf('betreiber', 'test'),
  tenant: null,
  permissions: new Set(),
};

describe('Die Türen zu Orten und Wegen', () => {
  let world: RoutingWorld;
  before(async () => {
    world = withLocal(await shippedRouting(), { dienste: [hundInLemgo], auftritte: [lemgoAuftritt] });
  });
  const show = async (path: string) => {
    const ask = askerOf(routingPages(depsOf(world)));
    return await pageOf(await ask.get(path));
  };
  const call = async (path: string, query: Readonly<Record<string, string>>) => {
    const operation = routingOperations(depsOf(world)).find((each) => each.path === path);
    const raw = { params: {}, query, body: undefined, principal: null, clientAddress: '127.0.0.1' };
    return (await operation?.invoke(raw)) ?? assert.fail(path);
  };

  test('the page shows the route with its reasons', async () => {
    const { query } = await show(`/wege?leistung=${hundesteuer}&ort=Lemgo`);
    assert.match(query.text, /Hundesteuer Festsetzung: Lemgo \(Kreis Lippe, Nordrhein-Westfalen\)/);
    assert.match(query.text, /Steueramt/);
    assert.ok(query.get('heading', 'Warum?'));
    assert.match(
      query.get('link', 'Hund anmelden').attributes.href ?? '',
      /^http:\/\/lemgo\.localhost:8080\//,
    );
  });

  test('the empty page is a form, and what is not clear is asked by links that fill it', async () => {
    const empty = await show('/wege');
    assert.ok(empty.query.get('field', 'leistung'));
    const several = await show(`/wege?leistung=${hundesteuer}&ort=Halle`);
    assert.match(several.query.text, /Diesen Namen tragen mehrere Gemeinden/);
    const link = several.query.get('link', 'Halle (Westf.)');
    assert.match(link.attributes.href ?? '', /ort=05754012/);
    const typo = await show(`/wege?leistung=${hundesteuer}&ort=Lemgoo`);
    assert.match(typo.query.text, /kennt Leitwerk nicht/);
    assert.ok(typo.query.get('link', 'Lemgo (Kreis Lippe'));
    const service = await show('/wege?leistung=Hundesteur&ort=Lemgo');
    assert.ok(service.query.get('link', 'Hundesteuer Festsetzung'));
  });

  test('a former Gemeinde is said to be one', async () => {
    const { query } = await show(`/wege?leistung=${hundesteuer}&ort=Mark+Landin`);
    assert.match(query.text, /Ort: Mark Landin gehört seit dem 19\.04\.2022 zu Schwedt\/Oder/);
    assert.match(query.text, /Für Brandenburg sind keine Regeln/);
  });

  test('what is typed is shown as text, never as markup', async () => {
    const { html } = await show(`/orte?ort=${encodeURIComponent('<script>alert(1)</script>')}`);
    assert.doesNotMatch(html, /<script>alert/);
  });

  test('the API gives places and routes; the unknown with near names, the unclear with all', async () => {
    const place = await call('/orte', { ort: 'Marktplatz 1, 32657 Lemgo' });
    assert.ok(place.ok);
    assert.equal(JSON.stringify(place.value).includes('"eindeutig":true'), true);
    const route = await call('/wege', { leistung: hundesteuer, ort: '32657' });
    assert.ok(route.ok);
    const near = await call('/orte', { ort: 'Lemgoo' });
    assert.ok(!near.ok && near.refusal.kind === 'not-found');
    assert.equal(near.refusal.suggestions?.[0]?.key, '05766044');
    const unclear = await call('/wege', { leistung: hundesteuer, ort: 'Halle' });
    assert.ok(!unclear.ok && unclear.refusal.kind === 'ambiguous');
    assert.ok((unclear.refusal.suggestions?.length ?? 0) > 1);
    const position = await call('/orte', { lat: '52.0283', lon: '8.8989' });
    assert.ok(position.ok && JSON.stringify(position.value).includes('geschätzt'));
    const wrong: Readonly<Record<string, string>>[] = [
      {},
      { ort: 'Lemgo', ags: '05766044' },
      { lat: '52' },
      { lat: '91', lon: '8' },
    ];
    for (const query of wrong) {
      const refused = await call('/orte', query);
      assert.ok(!refused.ok && refused.refusal.kind === 'invalid', JSON.stringify(query));
    }
  });

  test('the command line answers the same', async () => {
    const run = async (name: string, positionals: readonly string[], values = {}) => {
      const command = routingCommands(depsOf(world)).find((each) => each.name === name);
      const input = { positionals, values, principal, say: () => {} };
      return (await command?.run(input)) ?? assert.fail(name);
    };
    const place = await run('ort', ['Bad', 'Salzuflen']);
    assert.ok(place.ok && /05766008 {2}Bad Salzuflen/.test(place.value.text));
    const route = await run('weg', [hundesteuer, 'Lemgo'], { fuer: 'unternehmen' });
    assert.ok(route.ok);
    assert.match(route.value.text, /Zuständig: Lemgo/);
    assert.match(route.value.text, /Online: Hund anmelden/);
    assert.ok(!(await run('weg', [hundesteuer, 'Lemgo'], { fuer: 'alle' })).ok);
  });
});
