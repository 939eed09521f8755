import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { haus, issued, lead } from '../testing/bills.ts';
import {
  type CostsWorld,
  furnished,
  openCostsWorld,
  payerPrincipal,
  refusalIn,
  valueIn,
} from '../testing/costs-world.ts';
import { readXml, textAt } from '../testing/en16931.ts';
import type { Payer } from './actors.ts';
import { angabenvorschau, beginAngaben } from './angaben-einlesen.ts';
import { dokumentHier } from './dokumente.ts';
import { xrechnungWunsch } from './dokumentwunsch.ts';
import { eigeneAngaben, gibEigeneAn, staterOf } from './eigene-angaben.ts';
import { alleAngaben, angabenverlauf, saveAngaben } from './rechnungsangaben.ts';

const vomHaus = {
  ...{ name: 'Stadt Lemgo', strasse: 'Markt 1', plz: '32657', ort: 'Lemgo' },
  email: 'alt@lemgo.example',
};
const eigene = {
  ...{ name: 'Alte Hansestadt Lemgo', strasse: 'Marktplatz 1', plz: '32657', ort: 'Lemgo' },
  ...{ email: 'rechnung@lemgo.example', leitwegId: '991-33333TEST-33' },
};

describe('a Kommune says how bills are addressed to it', () => {
  let world: CostsWorld;
  let bill: string;
  before(async () => {
    world = await openCostsWorld();
    await furnished(world);
    bill = await issued(world);
    for (const [kennung, angaben] of [
      ['HAUS', haus],
      ['05766044', vomHaus],
    ] as const)
      valueIn(await saveAngaben(world.deps, world.manager, { kennung, grundlage: 0, angaben }));
  });
  after(() => world[Symbol.asyncDispose]());

  const state = async (payer: Payer, angaben: object, grundlage = 0) =>
    gibEigeneAn(world.deps, valueIn(await staterOf(world.deps, payerPrincipal(payer))), {
      grundlage,
      angaben,
    });
  const houseSees = async (kennung = '05766044') =>
    valueIn(await angabenverlauf(world.deps, world.manager, kennung));

  test('its head and its Kämmerei may, its coordination may only look', async () => {
    const [lemgo] = world.kommunen;
    const looks = payerPrincipal(lemgo, ['costs.read']);
    assert.equal(refusalIn(await staterOf(world.deps, looks)).code, 'COSTS_NOT_STATER');
    const { fassungen, haeuser } = await eigeneAngaben(world.deps, lemgo);
    assert.deepEqual(fassungen, []);
    assert.deepEqual(
      haeuser.map((each) => [each.haus, each.angaben.name]),
      [['Rechenzentrum Lippe', 'Stadt Lemgo']],
    );
  });

  test('a Leitweg-ID with wrong check digits is told at its field, and nothing is kept', async () => {
    const [lemgo] = world.kommunen;
    const refusal = refusalIn(await state(lemgo, { ...eigene, leitwegId: '991-33333TEST-34', plz: '3265' }));
    assert.deepEqual(refusal.fields?.map(({ field }) => field).toSorted(), ['leitwegId', 'plz']);
    assert.deepEqual((await eigeneAngaben(world.deps, lemgo)).fassungen, []);
  });

  test('what it says holds at once: on its bill, in the list of the house with what changed, and in both histories', async () => {
    const [lemgo] = world.kommunen;
    world.later();
    assert.equal(valueIn(await state(lemgo, eigene)).fassung, 1);
    const [newest, before] = await houseSees();
    assert.deepEqual(
      [newest?.von, newest?.fassung, newest?.angaben.leitwegId],
      ['kommune', 2, eigene.leitwegId],
    );
    assert.deepEqual([newest?.vorher?.name, before?.von], ['Stadt Lemgo', 'haus']);
    const listed = (await alleAngaben(world.deps, world.manager)).find(
      ({ kennung }) => kennung === '05766044',
    );
    assert.deepEqual(listed, newest);
    const wanted = valueIn(
      await xrechnungWunsch(world.deps, lead(world), bill, { zahler: '05766044', teil: 1 }),
    );
    const xml = readXml(valueIn(await dokumentHier(world.deps, wanted)).toString('utf8'));
    assert.equal(textAt(xml, 'BuyerReference'), eigene.leitwegId);
    assert.equal(textAt(xml, 'AccountingCustomerParty/Party/EndpointID'), eigene.email);
    const { fassungen } = await eigeneAngaben(world.deps, lemgo);
    assert.deepEqual(
      fassungen.map(({ fassung, wer }) => [fassung, wer]),
      [[1, 'früheres Mitglied']],
    );
    const { rows } = await world.t.superuser.query(
      `select action, tenant_id from platform.audit where action = 'costs.particulars.own.stated'`,
    );
    assert.deepEqual(rows, [{ action: 'costs.particulars.own.stated', tenant_id: lemgo.kommune.tenant }]);
  });

  test('nobody overwrites what he has not read: two of the Kommune, and the house after the Kommune', async () => {
    const [lemgo] = world.kommunen;
    assert.equal(refusalIn(await state(lemgo, eigene)).code, 'COSTS_CHANGED_MEANWHILE');
    world.later();
    const save = (grundlage: number) =>
      saveAngaben(world.deps, world.manager, {
        kennung: '05766044',
        grundlage,
        angaben: { ...eigene, ort: 'Lemgo (Lippe)' },
      });
    assert.equal(refusalIn(await save(1)).code, 'COSTS_CHANGED_MEANWHILE');
    assert.equal(valueIn(await save(2)).fassung, 3);
    const { haeuser } = await eigeneAngaben(world.deps, lemgo);
    assert.equal(haeuser[0]?.angaben.ort, 'Lemgo (Lippe)');
  });

  test('a table of the house follows what the Kommune said', async () => {
    const [lemgo] = world.kommunen;
    world.later();
    valueIn(await state(lemgo, { ...eigene, email: 'neu@lemgo.example' }, 1));
    const bytes = Buffer.from('AGS;Ort\n05766044;Lemgo\n');
    const id = valueIn(await beginAngaben(world.deps, world.manager, { name: 'a.csv', bytes }));
    const { zeilen } = valueIn(await angabenvorschau(world.deps, world.manager, id));
    assert.deepEqual(
      zeilen.map(({ nachher, geaendert }) => [nachher.email, geaendert]),
      [['neu@lemgo.example', []]],
    );
  });

  test('a house that never billed a Kommune, and another Kommune, read nothing of it', async () => {
    const [lemgo, detmold, salzuflen] = world.kommunen;
    valueIn(await state(salzuflen, { ...eigene, name: 'Stadt Bad Salzuflen' }));
    assert.deepEqual(await houseSees('05766008'), []);
    const { fassungen } = await eigeneAngaben(world.deps, detmold);
    assert.deepEqual(fassungen, []);
    const seen = await world.deps.db.withTenant(detmold.kommune.tenant, detmold.actor, (tx) =>
      tx
        .as<{ 'costs.eigenangaben': { readonly tenant_id: string } }>()
        .selectFrom('costs.eigenangaben')
        .select('tenant_id')
        .execute(),
    );
    assert.deepEqual(seen, []);
    assert.equal((await eigeneAngaben(world.deps, lemgo)).fassungen.length, 2);
  });
});
