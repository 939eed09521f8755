import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { askerOf, pageOf, refusalOf } from '../../../../test/support/page-request.ts';
import { coordinator, dutiesWorlds, operator, refusalIn, valueIn } from '../../efa/testing/efa-world.ts';
import { portalCommands } from '../cli.ts';
import { describer, filled, openPortalWorld, typedSite } from '../testing/portal-world.ts';
import { readOwn } from '../use-cases/read-sites.ts';
import { portalOperations } from './operations.ts';
import { portalRoutes } from './portal-routes.ts';
import { portalStaffPages } from './portal-staff-pages.ts';

const week = Object.entries(typedSite.hours.woche).map(([day, text]) => [`zeiten-${day}`, text]);
const typed: Readonly<Record<string, string>> = {
  ...typedSite.fields,
  ...Object.fromEntries(week),
  'zeiten-ausnahmen': typedSite.hours.ausnahmen,
};

describe('Den Auftritt beschreiben: Seiten, API und Befehlszeile', () => {
  let duties: Awaited<ReturnType<typeof dutiesWorlds>>;
  before(async () => {
    duties = await dutiesWorlds();
  });
  const open = async (fill: boolean) => {
    const empty = await openPortalWorld(duties);
    const world = fill ? await filled(empty) : empty;
    const ask = askerOf(portalStaffPages(world.doors));
    const me = describer(world.lemgo);
    const show = async (path: string) => pageOf(await ask.get(path, me));
    const invoke = (path: string, method: string, input: object) => {
      const found = portalOperations(world.doors).find(
        (each) => each.path === path && each.method === method,
      );
      assert.ok(found, `${method} ${path}`);
      const nothing = { params: {}, query: {}, body: {}, principal: null, clientAddress: '127.0.0.1' };
      return found.invoke({ ...nothing, ...input });
    };
    const run = (name: string, positionals: readonly string[], values: Record<string, string> = {}) => {
      const command = portalCommands(world.doors).find((each) => each.name === name);
      assert.ok(command, name);
      return command.run({ positionals, values, principal: operator, say: () => {} });
    };
    return { world, ask, me, show, invoke, run, [Symbol.asyncDispose]: () => world[Symbol.asyncDispose]() };
  };

  test('a coordinator describes the site, looks at the preview and adds an office, without script', async () => {
    await using desk = await open(false);
    const { ask, me, show } = desk;
    assert.equal(refusalOf(await ask.get('/portal/vorschau', me)).code, 'PORTAL_SITE_MISSING');
    const wrong = await pageOf(
      await ask.post('/portal', { ...typed, telefon: 'anrufen', 'zeiten-mo': '12-8' }, me),
    );
    assert.equal(wrong.error, true);
    assert.match(wrong.query.text, /Bitte nennen Sie die Telefonnummer/);
    assert.match(wrong.query.text, /Montag: Bitte schreiben Sie/);
    assert.deepEqual(await ask.post('/portal', { ...typed, version: '0' }, me), {
      kind: 'redirect',
      to: '/portal?getan=auftritt',
    });
    const after = await show('/portal?getan=auftritt');
    assert.equal(after.flash?.title, 'Der Auftritt ist gespeichert.');
    assert.ok(after.query.get('link', 'http://lemgo.localhost:8080'));
    assert.match((await show('/portal/vorschau')).query.text, /Jetzt geschlossen/);
    const amt = { name: 'Steueramt', telefon: '05261 213-111', email: 'steuer@lemgo.example' };
    const unknown = await pageOf(await ask.post('/portal/aemter', { ...amt, leistungen: 'L99999' }, me));
    assert.match(unknown.query.text, /kennt der Katalog nicht: L99999/);
    const added = await ask.post('/portal/aemter', { ...amt, leistungen: '99102013002000 L02950' }, me);
    assert.equal(added.kind, 'redirect');
    const link = (await show('/portal')).query.get('link', 'Steueramt').attributes.href ?? '';
    assert.equal((await show(link)).title, 'Steueramt');
    assert.equal((await ask.post(`${link}/entfernen`, {}, me)).kind, 'redirect');
    assert.equal(refusalOf(await ask.get(link, me)).code, 'PORTAL_OFFICE_UNKNOWN');
  });

  test('without the right nobody describes anything', async () => {
    await using desk = await open(true);
    const other = coordinator(desk.world.lemgo);
    assert.equal(refusalOf(await desk.ask.get('/portal', other)).code, 'PORTAL_NOT_ALLOWED');
    for (const principal of [other, null])
      assert.equal(refusalIn(await desk.invoke('/portal', 'get', { principal })).code, 'PORTAL_NOT_ALLOWED');
  });

  test('an office that goes away leaves its service pages', async () => {
    await using desk = await open(true);
    const { offices } = await readOwn(desk.world.deps, desk.world.lemgo);
    const page = () =>
      askerOf(portalRoutes(desk.world.deps, desk.world.lemgoSite)).get('/dienste/hund-anmelden');
    assert.ok((await pageOf(await page())).query.get('heading', 'Steueramt'));
    const removed = await desk.run('portal office remove', [offices[0]?.id ?? ''], { kommune: 'Lemgo' });
    assert.ok(removed.ok);
    assert.doesNotMatch((await pageOf(await page())).query.text, /05261 213-111/);
  });

  test('the API writes and reads the same as the pages, and answers fit their schemas', async () => {
    await using desk = await open(true);
    const { me, invoke } = desk;
    const changed = valueIn(
      await invoke('/portal', 'put', { principal: me, body: { ...typed, version: 1, telefon: '05261 1' } }),
    );
    assert.match(JSON.stringify(changed), /"telefon":"05261 1"/);
    const stale = await invoke('/portal', 'put', { principal: me, body: { ...typed, version: 1 } });
    assert.equal(refusalIn(stale).kind, 'conflict');
    const params = { slug: 'lemgo' };
    const calls = [
      ['/portale', {}],
      ['/portale/{slug}', { params }],
      ['/portale/{slug}/suche', { params, query: { suche: 'hund anmelden' } }],
      ['/portale/{slug}/leistungen', { params }],
      ['/portale/{slug}/leistungen/{leistung}', { params: { ...params, leistung: 'L02950' } }],
      ['/portale/{slug}/leistungen/{leistung}', { params: { ...params, leistung: 'hund-anmelden' } }],
      ['/auskunft/{leistung}', { params: { leistung: 'L02950' }, query: { ort: '32657' } }],
      ['/portal', { principal: me }],
    ] as const;
    for (const [path, input] of calls) {
      const found = portalOperations(desk.world.doors).find(
        (each) => each.path === path && each.method === 'get',
      );
      const answer = valueIn(await invoke(path, 'get', input));
      assert.deepEqual(found?.schemas.response.parse(answer), answer, path);
    }
    const nowhere = await invoke('/portale/{slug}', 'get', { params: { slug: 'atlantis' } });
    assert.equal(refusalIn(nowhere).code, 'PORTAL_SITE_UNKNOWN');
  });

  test('the operator describes, searches and reads at the command line', async () => {
    await using desk = await open(true);
    const { run } = desk;
    assert.match(valueIn(await run('portal list', [])).text, /Lemgo {2}http:\/\/lemgo\.localhost/);
    assert.match(valueIn(await run('portal search', ['lemgo', 'hund', 'anmelden'])).text, /^hund-anmelden/);
    assert.match(valueIn(await run('portal service', ['lemgo', 'hund-anmelden'])).text, /online/);
    assert.match(
      valueIn(await run('auskunft', ['Kraftfahrzeug Ummeldung', 'Lemgo'])).text,
      /Zuständig: Kreis Lippe/,
    );
    assert.equal(refusalIn(await run('auskunft', ['Wohngeld', 'Halle'])).code, 'ROUTING_PLACE_AMBIGUOUS');
    const changed = await run('portal describe', [], { kommune: 'Lemgo', 'zeiten-sa': '10-12' });
    assert.ok(changed.ok);
    assert.match(valueIn(await run('portal show', ['lemgo'])).text, /Samstag: 10:00–12:00\n/);
    assert.match(valueIn(await run('portal show', ['lemgo'])).text, /Steueramt/);
    assert.equal(refusalIn(await run('portal describe', [], {})).code, 'PORTAL_KOMMUNE_MISSING');
  });

  test('every capability has the same name at all doors', async () => {
    await using desk = await open(false);
    const { world } = desk;
    const ids = (doors: readonly { readonly capability: string }[]) =>
      new Set(doors.map(({ capability }) => capability));
    const operations = ids(portalOperations(world.doors));
    const commands = ids(portalCommands(world.doors));
    assert.deepEqual([...operations].toSorted(), [...commands].toSorted());
    const pages = ids([...portalStaffPages(world.doors), ...portalRoutes(world.deps, world.lemgoSite)]);
    const onlyPages = [...pages].filter((id) => !operations.has(id)).toSorted();
    // Those of the finder have their doors there; the others are pages by law, for other websites or for machines.
    assert.deepEqual(onlyPages, [
      'finder.lebenslage',
      'finder.lebenslagen',
      'finder.vorschlaege',
      'portal.accessibility',
      'portal.embed',
      'portal.feedback',
      'portal.imprint',
      'portal.machine-files',
      'portal.privacy',
    ]);
  });
});
