import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { CommandInput, Principal } from '#platform';
import { compassCommands } from '../cli.ts';
import {
  type CompassWorld,
  openCompassWorld,
  operator,
  principalOf,
  refusalIn,
  valueIn,
} from '../testing/compass-world.ts';
import { compassOperations } from './operations.ts';

type Json = Readonly<Record<string, unknown>>;

describe('der Umsetzungsstand über API und Befehlszeile', () => {
  let world: CompassWorld;
  before(async () => {
    world = await openCompassWorld();
  });
  after(() => world[Symbol.asyncDispose]());

  const ask = async (
    method: string,
    path: string,
    given: { params?: Json; query?: Json; body?: Json } = {},
    as?: Principal,
  ) => {
    const found = compassOperations(world.deps).find((each) => each.method === method && each.path === path);
    assert.ok(found, `${method} ${path}`);
    const { params = {}, query = {}, body } = given;
    const principal = as ?? principalOf(world.lemgo.koordination);
    const result = await found.invoke({ params, query, body, principal, clientAddress: '127.0.0.1' });
    if (result.ok) found.schemas.response.parse(result.value);
    return result;
  };
  const run = async (name: string, positionals: readonly string[], values: CommandInput['values'] = {}) => {
    const found = compassCommands(world.deps).find((each) => each.name === name);
    assert.ok(found, name);
    return found.run({ positionals, values, principal: operator, say: () => {} });
  };
  const leistung = { leistung: 'L02950' };

  test('angeben, lesen, im Konflikt zusammenführen, bestätigen', async () => {
    const change = (body: Json) => ask('patch', '/stand/{leistung}', { params: leistung, body });
    valueIn(await change({ grundlage: 0, werte: { zustand: 'geplant', geplantFuer: '2027-01-01' } }));
    valueIn(await change({ grundlage: 1, werte: { bemerkung: 'schon weiter' } }));
    const conflict = refusalIn(
      await change({ grundlage: 1, werte: { zustand: 'online', bemerkung: 'anders' } }),
    );
    assert.equal(conflict.kind, 'conflict');
    assert.deepEqual(conflict.fields, [
      { field: 'bemerkung', message: 'Bemerkung: inzwischen „schon weiter“, Ihre Angabe „anders“' },
      { field: 'zustand', message: 'Zustand: inzwischen „geplant“, Ihre Angabe „online“' },
    ]);
    valueIn(await change({ grundlage: 1, zusammenfuehren: true, werte: { zustand: 'online' } }));
    valueIn(await ask('post', '/stand/{leistung}/confirm', { params: leistung, body: { grundlage: 3 } }));
    const cell = valueIn(await ask('get', '/stand/{leistung}', { params: leistung }));
    assert.match(JSON.stringify(cell), /"fassung":4.*"zustand":"online".*"bemerkung":"schon weiter"/);
    const wrong = refusalIn(await change({ grundlage: 4, werte: { zustand: 'fertig', unsinn: 1 } }));
    assert.deepEqual(
      wrong.fields?.map(({ field }) => field),
      ['zustand', 'unsinn'],
    );
  });

  test('eine Angabe zurücknehmen, einzeln und viele auf einmal', async () => {
    const one = { leistung: 'L00020' };
    const change = (body: Json) => ask('patch', '/stand/{leistung}', { params: one, body });
    const back = (body: Json) => ask('post', '/stand/{leistung}/take-back', { params: one, body });
    const cell = async () => valueIn(await ask('get', '/stand/{leistung}', { params: one })) as Json;
    valueIn(await change({ grundlage: 0, werte: { zustand: 'online' } }));
    assert.equal(refusalIn(await back({ grundlage: 4 })).kind, 'conflict');
    assert.partialDeepStrictEqual(valueIn(await back({ grundlage: 1, grund: 'Versehen' })), {
      fassung: 2,
      zustand: null,
      bemerkung: 'Versehen',
    });
    assert.partialDeepStrictEqual(await cell(), {
      angabe: null,
      verlauf: [{ zustand: null, werName: 'Mara Feldweg' }, { zustand: 'online' }],
    });
    assert.equal(refusalIn(await change({ grundlage: 1, werte: { zustand: 'geplant' } })).kind, 'conflict');
    valueIn(await change({ grundlage: 0, werte: { zustand: 'geplant' } }));
    const werte = { zustand: 'keine-angabe' };
    const body = {
      zeilen: [
        { leistung: 'L00020', werte },
        { leistung: 'L00021', werte: { ...werte, prioritaet: 1 } },
      ],
      vorschau: false,
      nurGute: true,
    };
    assert.partialDeepStrictEqual(valueIn(await ask('patch', '/stand', { body })), {
      anzahlen: { changed: 1, refused: 1 },
      ergebnis: { geschrieben: [{ leistungId: 'L00020', vorher: 3, nachher: 4 }] },
    });
    assert.partialDeepStrictEqual(await cell(), { angabe: null });
  });

  test('die Liste sucht, filtert und ordnet wie ihre Seite; was sie nicht kennt, nennt sie', async () => {
    const params = { leistung: 'L02951' };
    valueIn(
      await ask('patch', '/stand/{leistung}', {
        params,
        body: { grundlage: 0, werte: { zustand: 'vorgemerkt', prioritaet: 1 } },
      }),
    );
    type Gefunden = {
      readonly leistungen: readonly { readonly leistungId: string; readonly name: string }[];
    };
    const found = async (query: Json) =>
      (valueIn(await ask('get', '/stand', { query })) as Gefunden).leistungen;
    const idsOf = async (query: Json) => (await found(query)).map(({ leistungId }) => leistungId);
    assert.deepEqual(await idsOf({ prioritaet: '1' }), ['L02951']);
    const both = await idsOf({ prioritaet: ['1', '2'], zustand: 'vorgemerkt' });
    assert.deepEqual(both, ['L02951']);
    const searched = await found({ suche: 'hundesteuer', sortierung: '-name' });
    assert.ok(searched.length > 1 && searched.every(({ name }) => /hund/i.test(name)));
    assert.deepEqual(
      searched.map(({ name }) => name),
      (await found({ suche: 'hundesteuer', sortierung: 'name' })).map(({ name }) => name).reverse(),
    );
    const wrong = refusalIn(await ask('get', '/stand', { query: { zustand: 'bald', sortierung: 'farbe' } }));
    assert.equal(wrong.code, 'LIST_QUERY_INVALID');
    assert.deepEqual(wrong.fields?.map(({ field }) => field).sort(), ['sortierung', 'zustand']);
    assert.match(refusalIn(await ask('get', '/stand', { query: { farbe: 'rot' } })).message, /farbe/);
    const printed = valueIn(
      await run('stand', ['Lemgo'], { prioritaet: ['1', '2'], zustand: ['vorgemerkt'] }),
    );
    assert.match(printed.text, /^L02951 /);
    assert.equal(refusalIn(await run('stand', ['Lemgo'], { zustand: ['bald'] })).code, 'LIST_QUERY_INVALID');
  });

  test('die Liste nennt jede Pflicht und filtert nach Fachbereich', async () => {
    const { id } = valueIn(await ask('post', '/fachbereiche', { body: { name: 'Steueramt' } })) as {
      id: string;
    };
    const rule = { art: 'leistung', ziel: 'L02950', fachbereichId: id };
    valueIn(await ask('put', '/fachbereiche/regeln', { body: rule }));
    const person = { mitgliedId: world.lemgo.personen[1]?.id, rolle: 'vertretung', bis: '2027-01-01' };
    const made = valueIn(
      await ask('post', '/fachbereiche/{id}/personen', { params: { id }, body: person }),
    ) as { id: string };
    const all = valueIn(await ask('get', '/stand')) as { leistungen: readonly unknown[] };
    assert.ok(all.leistungen.length > 100);
    const some = valueIn(await ask('get', '/stand', { query: { fachbereich: 'Steueramt' } })) as typeof all;
    assert.equal(some.leistungen.length, 1);
    assert.match(
      JSON.stringify(valueIn(await ask('get', '/fachbereiche'))),
      /Steueramt.*L02950.*Oke Sandgrund/,
    );
    valueIn(await ask('delete', '/fachbereiche/personen/{id}', { params: { id: made.id } }));
    valueIn(
      await ask('patch', '/fachbereiche/{id}', { params: { id }, body: { fassung: 1, name: 'Kämmerei' } }),
    );
    const von = world.lemgo.personen[0]?.id ?? '';
    valueIn(await ask('get', '/uebergaben/{von}', { params: { von } }));
    const moved = await ask('post', '/uebergaben', {
      body: { von, an: world.lemgo.personen[1]?.id, anzahl: 0 },
    });
    assert.ok(moved.ok);
  });

  test('der Betrieb nennt die Kommune und geht denselben Weg', async () => {
    assert.match(valueIn(await run('stand', ['Detmold'])).text, /keine Angabe/);
    assert.match(
      valueIn(await run('stand set', ['Detmold', 'L02950', 'zustand=geplant', 'geplantFuer=1.10.2026'])).text,
      /geplant, Fassung 1/,
    );
    assert.match(valueIn(await run('stand confirm', ['Detmold', 'L02950'])).text, /Fassung 2/);
    assert.match(valueIn(await run('stand show', ['Detmold', 'L02950'])).text, /2 {2}2026-11-21 {2}geplant/);
    assert.match(
      valueIn(await run('stand', ['Detmold'])).text,
      /Hundesteuer Festsetzung \(Termin verstrichen\)/,
    );
    assert.equal(refusalIn(await run('stand set', ['Detmold', 'L02950', 'zustand=fertig'])).kind, 'invalid');
    const cell = ['Detmold', 'L02950'];
    const stale = await run('stand take-back', cell, { fassung: '1' });
    assert.equal(refusalIn(stale).code, 'COMPASS_STAND_CHANGED_MEANWHILE');
    const taken = valueIn(await run('stand take-back', cell, { grund: 'Versehen' }));
    assert.match(taken.text, /keine Angabe, Fassung 3/);
    assert.match(valueIn(await run('stand show', cell)).text, /3 {2}2026-11-21 {2}zurückgenommen/);
    assert.equal(refusalIn(await run('stand take-back', cell)).code, 'COMPASS_STAND_NOT_STATED');
    assert.match(valueIn(await run('stand set', [...cell, 'zustand=geplant'])).text, /geplant, Fassung 4/);
    const many = ['Detmold', 'zustand=keine-angabe'];
    const only = { zustand: 'geplant' };
    assert.match(valueIn(await run('stand bulk', many, only)).text, /1 geändert.*→ keine Angabe/s);
    assert.match(
      valueIn(await run('stand bulk', many, { ...only, yes: true })).text,
      /1 Leistungen geändert/,
    );
    const detmold = { kommune: 'Detmold' };
    const { id } = valueIn(await run('fachbereiche create', ['Bau', 'und', 'Umwelt'], detmold)).json as {
      id: string;
    };
    valueIn(await run('fachbereiche assign', ['ozg', '10017'], { ...detmold, fachbereich: id }));
    const [first, second] = world.detmold.personen.map((person) => person.id);
    valueIn(await run('fachbereiche person', [id, first ?? ''], detmold));
    valueIn(await run('fachbereiche change', [id], { ...detmold, fassung: '1', name: 'Bauen' }));
    assert.match(valueIn(await run('fachbereiche', [], detmold)).text, /Bauen, Fassung 2/);
    assert.match(
      valueIn(await run('stand handover preview', [first ?? ''], detmold)).text,
      /0 Leistungen, 1 Fachbereiche/,
    );
    assert.match(
      valueIn(await run('stand handover', [first ?? '', second ?? ''], detmold)).text,
      /Übergeben/,
    );
    assert.equal(refusalIn(await run('stand', [])).code, 'COMPASS_KOMMUNE_MISSING');
  });

  test('ohne das Recht geht nichts', async () => {
    const reader = principalOf(world.lemgo.koordination, ['compass.stand.read']);
    const body = { grundlage: 0, werte: { zustand: 'online' } };
    assert.equal(
      refusalIn(await ask('patch', '/stand/{leistung}', { params: leistung, body }, reader)).kind,
      'forbidden',
    );
    assert.equal(
      refusalIn(await ask('post', '/fachbereiche', { body: { name: 'X Y' } }, reader)).kind,
      'forbidden',
    );
    assert.equal(
      refusalIn(await ask('get', '/stand', {}, principalOf(world.lemgo.koordination, []))).kind,
      'forbidden',
    );
  });
});
