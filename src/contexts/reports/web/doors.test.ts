import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { localDate } from '#kernel';
import type { PageRequest, Principal } from '#platform';
import { operator, refusalIn, stated, valueIn } from '../../compass/testing/compass-world.ts';
import { reportsCommands } from '../cli.ts';
import { etagOf } from '../offene-daten/dateien.ts';
import { alleDatensaetze } from '../offene-daten/katalog.ts';
import { openReportsWorld, type ReportsWorld } from '../testing/reports-world.ts';
import { reportsOperations } from './operations.ts';
import { reportsPages } from './pages.ts';

type Json = Readonly<Record<string, unknown>>;

describe('Berichte, Veröffentlichung, offene Daten und Übersicht über alle Türen', () => {
  let world: ReportsWorld;
  before(async () => {
    world = await openReportsWorld();
    const { compass } = world;
    const online = { zustand: 'online', umgesetztAm: localDate('2026-05-01'), reifegrad11: 3 } as const;
    await stated(compass, compass.lemgo, { leistungId: 'L02950', aenderung: online });
    const planned = { zustand: 'geplant', prioritaet: 1 } as const;
    await stated(compass, compass.lemgo, {
      leistungId: 'L00003',
      aenderung: { ...planned, geplantFuer: localDate('2026-12-01') },
    });
    await stated(compass, compass.lemgo, {
      leistungId: 'L00010',
      aenderung: { ...planned, geplantFuer: localDate('2026-10-01') },
    });
  });
  after(() => world[Symbol.asyncDispose]());

  const ask = async (
    method: string,
    path: string,
    as: Principal | null,
    given: { params?: Json; query?: Json; body?: Json } = {},
  ) => {
    const found = reportsOperations(world.deps).find((each) => each.method === method && each.path === path);
    assert.ok(found, `${method} ${path}`);
    const { params = {}, query = {}, body } = given;
    const result = await found.invoke({ params, query, body, principal: as, clientAddress: '127.0.0.1' });
    if (result.ok) found.schemas.response.parse(result.value);
    return result;
  };
  const run = async (
    name: string,
    positionals: readonly string[],
    values: Readonly<Record<string, string>> = {},
  ) => {
    const found = reportsCommands(world.deps).find((each) => each.name === name);
    assert.ok(found, name);
    return found.run({ positionals, values, principal: operator, say: () => {} });
  };
  const open = async (
    path: string,
    route: string,
    params: Readonly<Record<string, string>>,
    principal: Principal | null = null,
  ) => {
    const page = reportsPages(world.deps).find((each) => each.method === 'GET' && each.path === route);
    assert.ok(page, route);
    const url = new URL(path, 'http://verwaltung.localhost');
    const request: PageRequest = {
      method: 'GET',
      path: url.pathname,
      params,
      query: url.searchParams,
      form: new URLSearchParams(),
      uploads: new Map(),
      principal,
      csrfToken: '',
      clientAddress: '127.0.0.1',
      userAgent: '',
      cookies: new Map(),
      origin: url.origin,
    };
    return page.handle(request);
  };
  const lemgo = { kommune: 'Lemgo' };

  test('ein Bericht von der Anlage bis zur Rücknahme über API und Befehlszeile', async () => {
    const made = valueIn(
      await ask('post', '/berichte', world.koordination, { body: { titel: 'Bericht' } }),
    ) as { id: string };
    const params = { id: made.id };
    const other = { grundlage: 1, einleitung: 'Neu.' };
    valueIn(await ask('patch', '/berichte/{id}', world.koordination, { params, body: other }));
    valueIn(
      await ask('post', '/berichte/{id}/vorlegen', world.koordination, { params, body: { fassung: 2 } }),
    );
    valueIn(await run('berichte approve', [made.id], { ...lemgo, fassung: '2' }));
    const shown = valueIn(await run('berichte show', [made.id], lemgo));
    assert.match(
      shown.text,
      /Bericht \(freigegeben\)\n.*davon online: \d+ von \d+ .*\[Eigene Angaben der Kommune Lemgo/s,
    );
    const json = JSON.stringify(valueIn(await ask('get', '/berichte/{id}', world.leitung, { params })));
    assert.match(json, /"key":"anteil-faelle".*"quelle":/);
    assert.equal(
      refusalIn(await ask('get', '/berichte/{id}', world.detmold, { params })).code,
      'REPORTS_UNKNOWN',
    );
    const denied = await ask('post', '/berichte', world.leitung, { body: { titel: 'Bericht' } });
    assert.equal(refusalIn(denied).code, 'REPORTS_NOT_ALLOWED');
    const reason = { fassung: 2, begruendung: 'Eine Zahl war falsch.' };
    valueIn(await ask('post', '/berichte/{id}/zurueckziehen', world.koordination, { params, body: reason }));
    assert.match(valueIn(await run('berichte', [], lemgo)).text, /zurückgezogen/);
  });

  test('öffentlich ist nur, was freigegeben ist, und nur bis zu dem Tag', async () => {
    const params = { body: 'Lemgo' };
    assert.equal(
      refusalIn(await ask('get', '/kommunen/{body}/stand', null, { params })).code,
      'REPORTS_STAND_NOT_PUBLIC',
    );
    const body = { teile: ['online', 'termine'], giltBis: '2026-11-30', grundlage: 0 };
    const noRight = await ask('post', '/berichte/oeffentlich', world.koordination, { body });
    assert.equal(refusalIn(noRight).code, 'REPORTS_NOT_ALLOWED');
    const tooLong = { ...body, giltBis: '2030-01-01' };
    const refused = refusalIn(await ask('post', '/berichte/oeffentlich', world.leitung, { body: tooLong }));
    assert.equal(refused.fields?.[0]?.field, 'giltBis');
    valueIn(await ask('post', '/berichte/oeffentlich', world.leitung, { body }));
    const found = valueIn(await ask('get', '/kommunen/{body}/stand', null, { params })) as Json;
    assert.deepEqual(found.anteil, null, 'what was not released stays away');
    assert.equal(JSON.stringify(found).includes('reifegrad'), false);
    const names = (rows: unknown) => (rows as readonly { readonly id: string }[]).map(({ id }) => id);
    assert.deepEqual(names(found.termine).includes('L00010'), false, 'a passed plan is no promise');
    await stated(world.compass, world.compass.lemgo, {
      leistungId: 'L00020',
      aenderung: { zustand: 'online' },
    });
    assert.deepEqual(await ask('get', '/kommunen/{body}/stand', null, { params }), {
      ok: true,
      value: found,
    });
    const page = await open('/kommunen/05766044/stand', '/kommunen/:ags/stand', { ags: '05766044' });
    assert.equal(page.kind === 'page' && page.content.title, 'Was geht online in Lemgo?');
    const data = (await alleDatensaetze(world.deps)).map(({ name }) => name);
    assert.ok(data.includes('stand-05766044'));
    world.compass.turnClock(10);
    assert.equal(refusalIn(await ask('get', '/kommunen/{body}/stand', null, { params })).kind, 'not-found');
    world.compass.turnClock(-10);
    valueIn(await run('berichte unpublish', [], lemgo));
    assert.equal(refusalIn(await run('stand public', ['Lemgo'])).kind, 'not-found');
    assert.equal(
      (await alleDatensaetze(world.deps)).some(({ name }) => name.startsWith('stand-')),
      false,
    );
    const rest = await world.compass.t.superuser.query('select from reports.oeffentlich');
    assert.equal(rest.rowCount, 0, 'nothing of it is left behind');
  });

  test('offene Daten nennen Lizenz, Stand, Fassung und Spalten; CSV und JSON sagen dasselbe', async () => {
    const all = await alleDatensaetze(world.deps);
    assert.deepEqual(
      all.map(({ name }) => name),
      ['leistungen', 'regeln', 'groessenklassen', 'loesungen', 'haeufigkeiten'],
    );
    for (const { lizenz, stand, version, spalten } of all) {
      assert.ok(lizenz.name && stand && /^[0-9a-f]{16}$/.test(version));
      for (const { beschreibung } of spalten) assert.ok(beschreibung.length > 3);
    }
    assert.deepEqual(
      (await alleDatensaetze(world.deps)).map(({ version }) => version),
      all.map(({ version }) => version),
    );
    const file = async (datei: string) => {
      const answer = await open(`/offene-daten/${datei}`, '/offene-daten/:datei', { datei });
      assert.ok(answer.kind === 'download');
      return { etag: answer.etag, text: await new Response(answer.body).text() };
    };
    const csv = await file('leistungen.csv');
    const json = JSON.parse((await file('leistungen.json')).text);
    assert.equal(json.zeilen.length, 5249);
    assert.equal(csv.text.trimEnd().split('\r\n').length, 5250);
    assert.equal(csv.etag, all[0] && etagOf(all[0], 'csv'));
    assert.equal(
      (await open('/offene-daten/nichts.csv', '/offene-daten/:datei', { datei: 'nichts.csv' })).kind,
      'refusal',
    );
    const dcat = await open('/offene-daten/katalog.jsonld', '/offene-daten/katalog.jsonld', {});
    const katalog = JSON.parse(String(dcat.kind === 'download' ? dcat.body : ''));
    assert.equal(katalog['dcat:dataset'].length, all.length);
    for (const each of katalog['dcat:dataset'])
      for (const distribution of each['dcat:distribution']) {
        assert.ok(distribution['dct:license']['dct:title']);
        assert.match(
          distribution['dcat:downloadURL']['@id'],
          /^http:\/\/verwaltung\.localhost\/offene-daten\/.+\.(csv|json)$/,
        );
      }
    valueIn(await ask('get', '/offene-daten', null));
    valueIn(await ask('get', '/offene-daten/{name}', null, { params: { name: 'groessenklassen' } }));
    assert.match(valueIn(await run('offene-daten', [])).text, /^leistungen .*5249 Zeilen/);
  });

  test('die Übersicht zeigt jedem, was bei ihm ansteht', async () => {
    const asked = valueIn(await ask('get', '/uebersicht', world.koordination)) as Json;
    const listed = (titel: string) =>
      (
        asked.listen as readonly {
          titel: string;
          zeilen: readonly { href: string; werte: readonly string[] }[];
        }[]
      ).find((each) => each.titel === titel)?.zeilen ?? assert.fail(titel);
    assert.equal(asked.rolle, 'koordination');
    assert.ok(listed('Was ansteht').every(({ href }) => href.startsWith('/stand/L')));
    assert.equal(listed('Lücken nach Priorität')[0]?.werte[0], '1');
    const empty = valueIn(await ask('get', '/uebersicht', world.detmold)) as Json;
    assert.ok(empty.anfang, 'an empty start says how to begin');
    const department = {
      ...world.koordination,
      permissions: new Set(['compass.stand.read', 'compass.stand.edit']),
    };
    assert.equal((valueIn(await ask('get', '/uebersicht', department)) as Json).rolle, 'fachbereich');
    const nobody = { ...world.koordination, permissions: new Set(['inbox.read']) };
    assert.equal(refusalIn(await ask('get', '/uebersicht', nobody)).code, 'REPORTS_NO_OVERVIEW');
    const provider = { ...world.koordination, permissions: new Set(['circle.read']) };
    assert.equal((valueIn(await ask('get', '/uebersicht', provider)) as Json).rolle, 'it-dienstleister');
    assert.match(valueIn(await run('uebersicht', ['Lemgo'])).text, /Was ansteht/);
  });
});
