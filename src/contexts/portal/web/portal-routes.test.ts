import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { localDate } from '#kernel';
import { definitionOf } from '../../../../test/support/html-query.ts';
import { askerOf, pageOf, refusalOf, requestOf } from '../../../../test/support/page-request.ts';
import { dutiesWorlds, valueIn } from '../../efa/testing/efa-world.ts';
import { changeState } from '../../efa/use-cases/change-state.ts';
import { readDetail } from '../../efa/use-cases/read-anbindungen.ts';
import { describer, filled, openPortalWorld, typedSite } from '../testing/portal-world.ts';
import { describeSite } from '../use-cases/describe-site.ts';
import { portalRoutes } from './portal-routes.ts';

describe('Der öffentliche Auftritt einer Kommune', () => {
  let duties: Awaited<ReturnType<typeof dutiesWorlds>>;
  before(async () => {
    duties = await dutiesWorlds();
  });
  const open = async () => {
    const world = await filled(await openPortalWorld(duties));
    const ask = askerOf(portalRoutes(world.deps, world.lemgoSite));
    const show = async (path: string) => pageOf(await ask.get(path));
    return { world, ask, show, [Symbol.asyncDispose]: () => world[Symbol.asyncDispose]() };
  };

  test('the start page has search, life situations, hours of today and how to call', async () => {
    await using site = await open();
    const { title, query } = await site.show('/');
    assert.equal(title, 'Willkommen bei Lemgo');
    assert.ok(query.get('field', 'suche'));
    assert.equal(query.get('link', 'Hund anmelden').attributes.href, '/dienste/hund-anmelden');
    assert.ok(query.all('link').some(({ attributes }) => attributes.href?.startsWith('/themen/')));
    // Saturday, 21.11.2026, 10:00.
    assert.match(query.text, /Jetzt geschlossen\. Öffnet wieder am Montag, 23\.11\.2026 um 8:00 Uhr/);
    assert.match(query.text, /24\.12\.2026: geschlossen \(Heiligabend\)/);
    assert.equal(query.get('link', '05261 213-0').attributes.href, 'tel:052612130');
  });

  test('somebody types „hund anmelden“, finds the Onlinedienst first and applies from its page', async () => {
    await using site = await open();
    const { query } = await site.show('/suche?suche=hund+anmelden');
    const [first] = query.all('link').filter(({ attributes }) => attributes.href?.startsWith('/dienste/'));
    assert.equal(first?.text, 'Hund anmelden');
    const page = await site.show('/dienste/hund-anmelden');
    assert.equal(page.query.get('link', 'Online beantragen').attributes.href, '/antrag/hund-anmelden');
    for (const heading of ['Worum geht es?', 'Für wen ist das?', 'Was brauchen Sie?', 'Was kostet es?'])
      assert.ok(page.query.get('heading', heading), heading);
    assert.match(page.query.text, /Die Gebühr der Anzeige beträgt \d+,\d\d €/);
    assert.ok(page.query.get('heading', 'Steueramt'));
    assert.match(page.query.text, /05261 213-111/);
  });

  test('what another body does is shown with its name, and its page says why and where to go', async () => {
    await using site = await open();
    const { query } = await site.show('/suche?suche=auto+ummelden');
    assert.match(query.text, /Kraftfahrzeug Ummeldung Zuständig: Kreis Lippe\. Hier noch nicht online/);
    const page = await site.show(query.get('link', 'Kraftfahrzeug Ummeldung').attributes.href ?? '');
    assert.match(page.query.text, /Zuständig ist Kreis Lippe Lemgo bearbeitet diese Leistung nicht/);
    assert.ok(page.query.get('summary', 'Warum diese Stelle?'));
  });

  test('a place in the line leads to the answers for that place, and says so', async () => {
    await using site = await open();
    const { query } = await site.show('/suche?suche=hund+anmelden+detmold');
    assert.match(query.text, /Ihre Suche nennt Detmold/);
    assert.match(query.text, /Hundehaltung Anmeldung Zuständig: Detmold/);
    assert.equal(
      query.find('link', 'Hundehaltung Anmeldung')?.attributes.href?.replace(/L\d+/, 'L'),
      'http://suche.localhost:8080/leistungen/L?ort=05766020',
    );
    const back = await site.show(query.get('link', 'Stattdessen für Lemgo').attributes.href ?? '');
    assert.equal(back.query.find('link', 'Hund anmelden')?.attributes.href, '/dienste/hund-anmelden');
    const own = await site.show('/suche?suche=hund+anmelden+in+Lemgo');
    assert.doesNotMatch(own.query.text, /Ihre Suche nennt/);
    const asks = await site.show('/suche?suche=wohngeld+halle');
    assert.match(asks.query.text, /Welcher Ort\?.*Halle \(Westf\.\)/);
    const answer = await site.show(asks.query.get('link', 'Halle (Westf.)').attributes.href ?? '');
    assert.match(answer.query.text, /Wohngeld Zuständig: Halle \(Westf\.\)/);
  });

  test('a slip of the keyboard is mended and named, and hits can be narrowed', async () => {
    await using site = await open();
    const slip = await site.show('/suche?suche=perosnalausweis');
    assert.match(slip.query.text, /Personalausweis/);
    const many = await site.show('/suche?suche=ausweis');
    const narrow = many.query.all('link').find(({ attributes }) => attributes.href?.includes('themenfeld='));
    const narrowed = await site.show(narrow?.attributes.href ?? '');
    assert.ok(narrowed.query.get('link', 'Alle Treffer zeigen'));
  });

  test('life situations guide step by step, each with who is competent here', async () => {
    await using site = await open();
    const list = await site.show('/lebenslagen');
    const umzug = await site.show(list.query.get('link', 'Umzug').attributes.href ?? '');
    assert.match(umzug.query.text, /Wohnsitz Anmeldung Zuständig: Lemgo/);
    assert.match(umzug.query.text, /Zuständig: Kreis Lippe/);
    assert.equal(refusalOf(await site.ask.get('/lebenslagen/nichts')).kind, 'not-found');
  });

  test('suggestions, a box for other websites, a sitemap and rules for crawlers', async () => {
    await using site = await open();
    const answer = await site.ask.get('/suche/vorschlaege.json?q=hundest');
    assert.ok(answer.kind === 'json' && JSON.stringify(answer.body).includes('Hundesteuer'));
    const embed = await site.show('/suchfeld');
    assert.match(embed.query.text, /<form action="http:\/\/lemgo\.localhost:8080\/suche" method="get"/);
    const map = await site.ask.get('/sitemap.xml');
    assert.ok(map.kind === 'text' && map.contentType === 'application/xml');
    assert.match(
      map.kind === 'text' ? map.body : '',
      /<loc>http:\/\/lemgo\.localhost:8080\/dienste\/hund-anmelden</,
    );
    const robots = await site.ask.get('/robots.txt');
    assert.match(robots.kind === 'text' ? robots.body : '', /Disallow: \/\n/);
  });

  test('a service page says whose words it shows, and tells machines where it stands', async () => {
    await using site = await open();
    const { query, head } = await site.show('/leistungen/L02950');
    assert.match(query.text, /Text: Gemeinde, Lemgo, Stand 21\.11\.2026/);
    const html = String(await head);
    assert.match(html, /rel="canonical" href="http:\/\/lemgo\.localhost:8080\/leistungen\/L02950"/);
    const json = /<script type="application\/ld\+json">(.*?)<\/script>/.exec(html)?.[1] ?? '';
    const data = JSON.parse(json) as Record<string, unknown>;
    assert.equal(data['@type'], 'GovernmentService');
    assert.deepEqual(data.areaServed, {
      '@type': 'AdministrativeArea',
      name: 'Lemgo',
      identifier: '057660044044',
    });
    const other = await site.show('/leistungen/L02950?ort=05766020');
    assert.match(other.query.text, /Diese Seite gilt für Lemgo Zur Antwort für Detmold/);
  });

  test('searches are counted without a place, opened hits too, unless the browser asks not to', async () => {
    await using site = await open();
    const { noted } = site.world;
    const address = '/suche?suche=hund+anmelden+lemgo';
    await site.show(address);
    assert.deepEqual(noted, [{ text: 'hund anmelden', event: 'gefunden' }]);
    const routes = portalRoutes(site.world.deps, site.world.lemgoSite);
    const route = routes.find(({ path }) => path === '/leistungen/:leistung');
    const search = routes.find(({ path }) => path === '/suche');
    const request = requestOf('/leistungen/L02950', { leistung: 'L02950' });
    const referrer = new URL(address, request.origin);
    await route?.handle({ ...request, referrer });
    assert.deepEqual(noted.at(-1), { text: 'hund anmelden', event: 'geoeffnet' });
    await route?.handle({ ...request, referrer, doNotTrack: true });
    await search?.handle({ ...requestOf(address, {}), doNotTrack: true });
    await route?.handle(request);
    assert.equal(noted.length, 2);
  });

  test('a Leistung with released text, one without, and one that ended', async () => {
    await using site = await open();
    const released = await site.show('/leistungen/L02950');
    assert.match(released.query.text, /Die Hundesteuer zahlt/);
    const silent = duties.shipped.catalogue.leistungen.find(
      ({ name }) => name === 'Meldebescheinigung Erteilung',
    );
    if (silent) {
      const answer = await site.ask.get(`/leistungen/${silent.id}`);
      if (answer.kind === 'page') assert.match((await pageOf(answer)).query.text, /Hier noch nicht online/);
    }
    site.world.ended.set('L02950', localDate('2026-11-20'));
    const ended = refusalOf(await site.ask.get('/leistungen/L02950'));
    assert.equal(ended.code, 'PORTAL_SERVICE_ENDED');
    assert.match(ended.message, /gab es bis zum 20\.11\.2026/);
    assert.equal(refusalOf(await site.ask.get('/leistungen/L99999')).code, 'PORTAL_SERVICE_UNKNOWN');
    assert.doesNotMatch((await site.show('/leistungen')).html, /L02950/);
    assert.doesNotMatch((await site.show('/suche?suche=hundesteuer')).html, /L02950/);
  });

  test('all services stand in the list from A to Z and under their life situation', async () => {
    await using site = await open();
    const list = await site.show('/leistungen');
    assert.ok(list.query.get('heading', 'H'));
    const home = await site.show('/');
    const topic = home.query.all('link').find(({ attributes }) => attributes.href?.startsWith('/themen/'));
    const page = await site.show(topic?.attributes.href ?? '');
    assert.ok(page.query.find('link', 'Hund'));
    assert.equal(refusalOf(await site.ask.get('/themen/nichts')).code, 'PORTAL_TOPIC_UNKNOWN');
  });

  test('a service that rests says why and whom to call, and leads to no Antrag', async () => {
    await using site = await open();
    const { efa, lemgo } = site.world;
    const { anbindung } = valueIn(await readDetail(efa.deps, lemgo, 'hund-anmelden'));
    const rest = { dienst: 'hund-anmelden', version: anbindung.version, schritt: 'aussetzen' } as const;
    valueIn(await changeState(efa.deps, lemgo, { ...rest, grund: 'Die Satzung ändert sich.' }));
    const { query } = await site.show('/dienste/hund-anmelden');
    assert.match(query.text, /Zurzeit nicht online Die Satzung ändert sich\. .*Steueramt/);
    assert.equal(query.find('link', 'Online beantragen'), undefined);
    assert.doesNotMatch((await site.show('/')).query.text, /Online erledigen/);
    assert.doesNotMatch((await site.show('/suche?suche=hund+anmelden')).query.text, /anmelden online/);
  });

  test('the privacy page names who answers for the data in each phase', async () => {
    await using site = await open();
    const { query } = await site.show('/datenschutz');
    assert.equal(definitionOf(query, 'Im Auftrag tätig (Artikel 28 DSGVO)'), 'Rechenzentrum Lippe');
    assert.ok(query.get('heading', 'Onlinedienst „Hund anmelden“'));
    assert.match(query.text, /§ 8a/);
    assert.match(query.text, /30 Tage nach der letzten Bearbeitung/);
  });

  test('the legal pages say honestly what is missing', async () => {
    await using site = await open();
    assert.equal(definitionOf((await site.show('/impressum')).query, 'Vertreten durch'), 'den Bürgermeister');
    assert.match((await site.show('/barrierefreiheit')).query.text, /noch nicht überprüft/);
    for (const path of ['/leichte-sprache', '/gebaerdensprache'])
      assert.equal((await site.show(path)).lead, 'Noch nicht vorhanden.');
  });

  test('a message goes to the Kommune; an empty one comes back with its mistake; many are slowed down', async () => {
    await using site = await open();
    const me = describer(site.world.lemgo);
    const empty = await pageOf(await site.ask.post('/feedback', { text: ' ' }, me));
    assert.match(empty.query.text, /Bitte beschreiben Sie, was nicht geht/);
    const post = () => site.ask.post('/feedback', { text: 'Der Kontrast fehlt.', kontakt: '' }, me);
    assert.equal((await pageOf(await post())).title, 'Danke für Ihre Meldung');
    assert.equal(site.world.sent[0]?.to, 'info@lemgo.example');
    let last = await post();
    for (let i = 0; i < 6; i += 1) last = await post();
    assert.equal(refusalOf(last).kind, 'throttled');
  });

  test('hostile search words are text, find nothing wrong and break nothing', async () => {
    await using site = await open();
    const words = [
      '<script>alert(1)</script>',
      '" autofocus onfocus="alert(1)',
      "'; drop table portal.site; --",
      '%00',
      '\u202e\u0000hund',
      '{{constructor}}',
      '__proto__',
      'a'.repeat(100_000),
      '(((((((((a+)+)+)+)+)+)+)+)',
      '   ',
      '🐕 hund',
      '\\\\ .* [ ] ( ) ? +',
    ];
    for (const word of words) {
      const { html, title } = await site.show(`/suche?suche=${encodeURIComponent(word)}`);
      assert.doesNotMatch(html, /<script>|" autofocus/);
      assert.ok(title.length < 300);
    }
  });

  test('before its day nobody sees the site', async () => {
    await using site = await open();
    const { world, ask } = site;
    const later = { ...typedSite, fields: { ...typedSite.fields, veroeffentlichtAb: '2026-11-22' } };
    valueIn(await describeSite(world.deps, world.lemgo, { ...later, version: 1 }));
    for (const path of ['/', '/suche?suche=hund', '/dienste/hund-anmelden', '/impressum'])
      assert.equal(refusalOf(await ask.get(path)).code, 'PORTAL_NOT_PUBLISHED');
    world.efa.turnClock(1);
    assert.equal((await site.show('/')).title, 'Willkommen bei Lemgo');
  });
});
