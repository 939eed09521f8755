import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { askerOf, pageOf, refusalOf } from '../../../../../test/support/page-request.ts';
import { dutiesWorlds } from '../../../efa/testing/efa-world.ts';
import { filled, openPortalWorld, type PortalWorld } from '../../testing/portal-world.ts';
import { findServices } from '../../use-cases/find-services.ts';
import { helpOnRefusal } from '../help-on-refusal.ts';
import { sucheRoutes } from './routes.ts';

describe('Die Suche für alle Gemeinden', () => {
  let world: PortalWorld;
  let ask: ReturnType<typeof askerOf>;
  const show = async (path: string) => pageOf(await ask.get(path));
  before(async () => {
    world = await filled(await openPortalWorld(await dutiesWorlds()));
    ask = askerOf(sucheRoutes(world.deps));
  });
  after(() => world[Symbol.asyncDispose]());

  test('the start has one field for what and where, life situations and first steps', async () => {
    const { query } = await show('/');
    assert.ok(query.get('field', 'suche'));
    assert.equal(query.get('link', 'Umzug').attributes.href, '/lebenslagen/umzug');
    assert.ok(query.all('link').some(({ attributes }) => attributes.href?.startsWith('/leistungen/L')));
  });

  const places: readonly (readonly [asked: string, name: string])[] = [
    ['suche=wohngeld&ort=32657', 'Lemgo'],
    ['suche=wohngeld&ort=Marktplatz+1,+32657+Lemgo', 'Lemgo'],
    ['suche=wohngeld&ort=05766044', 'Lemgo'],
    ['suche=wohngeld+05766044', 'Lemgo'],
    ['suche=wohngeld+in+Bielefeld', 'Bielefeld'],
    ['suche=32756+wohngeld', 'Detmold'],
  ];
  for (const [asked, name] of places)
    test(`${decodeURIComponent(asked)} answers for ${name}`, async () => {
      const { query } = await show(`/suche?${asked}`);
      assert.match(query.text, new RegExp(`Treffer für ${name}`));
      assert.match(query.text, new RegExp(`Wohngeld Zuständig: ${name}`));
    });

  test('a position is an estimate, so it asks; a place that nobody knows offers near ones', async () => {
    const near = await show('/suche?suche=wohngeld&ort=52.028,+8.899');
    assert.match(near.query.text, /Welcher Ort\?.*Lemgo/);
    const unknown = await show('/suche?suche=wohngeld&ort=Lemmgo');
    assert.match(unknown.query.text, /Diesen Ort kennen wir nicht/);
    const answer = await show(unknown.query.get('link', 'Lemgo (Kreis Lippe').attributes.href ?? '');
    assert.match(answer.query.text, /Treffer für Lemgo/);
  });

  test('an Onlinedienst comes first and leads to the Kommune that runs it, with place and Leistung', async () => {
    const { query } = await show('/suche?suche=hundesteuer+lemgo');
    const [first] = query.all('listitem').filter(({ text }) => text.includes('Zuständig'));
    assert.match(first?.text ?? '', /online Zuständig: Lemgo/);
    const page = await show('/leistungen/L02950?ort=32657');
    assert.match(
      page.query.get('link', 'Online beantragen: Hund anmelden').attributes.href ?? '',
      /^http:\/\/lemgo\.localhost:8080\/leistungen\/L02950\?ort=05766044$/,
    );
    assert.match(page.query.text, /Die Hundesteuer zahlt, wer einen Hund hält/);
    assert.match(
      String(await page.head),
      /canonical" href="http:\/\/lemgo\.localhost:8080\/leistungen\/L02950"/,
    );
  });

  test('without an Onlinedienst the page says who is competent, why, and whom to ask', async () => {
    const { query } = await show('/leistungen/L05030?ort=Lemgo');
    assert.match(query.text, /Zuständig ist Lemgo|Hier noch nicht online/);
    assert.match(query.text, /05261 213-0/);
    assert.ok(query.get('summary', 'Warum diese Stelle?'));
  });

  test('outside Nordrhein-Westfalen the competence is honestly open', async () => {
    const { query } = await show('/leistungen/L05030?ort=Dresden');
    assert.match(query.text, /Wer zuständig ist, ist offen Für Sachsen sind keine Regeln/);
    assert.match((await show('/suche?suche=wohngeld+dresden')).query.text, /Wer zuständig ist, ist offen/);
  });

  test('a Leistung without a place says what holds everywhere and asks for the place', async () => {
    const { query, title } = await show('/leistungen/L05030');
    assert.equal(title, 'Wohngeld');
    assert.match(query.text, /Wer zuständig ist, hängt vom Ort ab/);
    assert.ok(query.get('field', 'ort'));
    assert.equal(refusalOf(await ask.get('/leistungen/L99999')).code, 'PORTAL_LEISTUNG_UNKNOWN');
  });

  test('the search box for other websites carries the Gemeinde that was chosen', async () => {
    assert.doesNotMatch((await show('/suchfeld')).query.text, /type="hidden"/);
    const { query } = await show('/suchfeld?ort=32657');
    assert.match(query.text, /Was möchten Sie in Lemgo erledigen/);
    assert.match(query.text, /<input type="hidden" name="ort" value="05766044">/);
    assert.match((await show('/suchfeld?ort=Halle')).query.text, /Welcher Ort\?/);
  });

  test('a LeiKa key in the address leads to the page, with the place', async () => {
    assert.deepEqual(await ask.get('/leistungen/99102013002000?ort=32657'), {
      kind: 'redirect',
      to: '/leistungen/L02950?ort=32657',
    });
  });

  test('a life situation asks for the place and carries it through all its steps', async () => {
    const asks = await show('/lebenslagen/umzug');
    assert.ok(asks.query.get('field', 'ort'));
    assert.match((await show('/lebenslagen/umzug?ort=Halle')).query.text, /Welcher Ort\?/);
    const { query } = await show('/lebenslagen/umzug?ort=32657');
    assert.match(query.text, /Wohnsitz Anmeldung Zuständig: Lemgo/);
    assert.equal(
      query.find('link', 'Wohnsitz Anmeldung')?.attributes.href?.replace(/L\d+/, 'L'),
      '/leistungen/L?ort=05766044',
    );
  });

  for (const words of [
    '',
    'x',
    'a'.repeat(10_000),
    '🐕🦮',
    '<img src=x onerror=alert(1)>',
    "' or 1=1 --",
    '32657',
  ])
    test(`„${words.slice(0, 20)}“ gets a page`, async () => {
      const { html, title } = await show(`/suche?suche=${encodeURIComponent(words)}&ort=&ab=-7&themenfeld=x`);
      assert.doesNotMatch(html, /<img/);
      assert.ok(title.length < 250);
    });

  test('an address that leads nowhere offers the search with its words, and near Leistungen', async () => {
    const help = String(await helpOnRefusal(world.deps, { path: '/service/wohngeld-antrag.html' }, ''));
    assert.match(help, /value="wohngeld antrag"/);
    assert.match(help, /href="\/leistungen\/L05030"/);
    assert.doesNotMatch(String(await helpOnRefusal(world.deps, { path: '/%E0%A4%A' }, null)), /hilft/);
  });

  test('a Kreis that searches on its own site is competent for what it does itself', async () => {
    const site = { ags: '05766', tenant: world.lemgo.kommune.tenant };
    const frage = { text: 'auto ummelden', ort: '', wahl: {}, ab: 0, gezaehlt: true };
    const { ort, funde } = await findServices(world.deps, site, frage);
    assert.ok(ort.kind === 'einer' && ort.place.name === 'Kreis Lippe');
    assert.equal(funde[0]?.route?.stelle?.ags, '05766');
    const routed = await findServices(world.deps, site, { ...frage, text: 'auto ummelden lemgo' });
    assert.equal(routed.funde[0]?.route?.stelle?.name, 'Kreis Lippe');
  });

  test('the sitemap holds every Leistung once', async () => {
    const map = await ask.get('/sitemap.xml');
    assert.ok(map.kind === 'text');
    const entries = map.kind === 'text' ? map.body.split('<url>').length - 1 : 0;
    assert.ok(entries > 5_200 && entries < 50_000, String(entries));
  });
});
