import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import type { DutiesWorld } from '#duties';
import { localDate } from '#kernel';
import { readAllLive } from '../store-public.ts';
import {
  dutiesWorlds,
  type EfaWorld,
  offered,
  openEfaWorld,
  prepared,
  refusalIn,
  valueIn,
} from '../testing/efa-world.ts';
import { definitionOf, fullValues, withHundemarke } from '../testing/sample-dienst.ts';
import { changeState, moveToNewest, planGoLive, type StepInput } from './change-state.ts';
import { expressInterest } from './express-interest.ts';
import { goLiveCheck } from './go-live-check.ts';
import { offerOnlinedienst } from './offer-onlinedienst.ts';
import { parametersOf, readDetail } from './read-anbindungen.ts';
import { saveParameters } from './save-parameters.ts';

const dienst = 'hund-anmelden';

async function live(world: EfaWorld, version?: number): Promise<number> {
  let at = version ?? (await prepared(world, world.lemgo));
  for (const schritt of ['testen', 'live-schalten'] as const)
    at = valueIn(await changeState(world.deps, world.lemgo, { dienst, version: at, schritt })).version;
  return at;
}

async function step(world: EfaWorld, input: Omit<StepInput, 'dienst'>) {
  return changeState(world.deps, world.lemgo, { dienst, ...input });
}

describe('Anbindung', () => {
  let duties: Awaited<ReturnType<typeof dutiesWorlds>>;
  before(async () => {
    duties = await dutiesWorlds();
  });
  const open = async (facts: DutiesWorld = duties.shipped) => {
    const world = await openEfaWorld(facts);
    await offered(world);
    return world;
  };

  test('der ganze Weg: Interesse, Parameter, Test, live, ausgesetzt, live, beendet', async () => {
    await using world = await open();
    let version = await live(world);
    const [dienstLive] = await world.deps.db.withPublic(readAllLive);
    assert.equal(dienstLive?.kommune, 'Lemgo');
    assert.equal(dienstLive?.seit, '2026-11-21');
    assert.equal(dienstLive?.stellen[0]?.name, 'Steueramt');
    assert.deepEqual(dienstLive?.leika, ['99102013002000', '99110009104000']);
    version = valueIn(
      await step(world, { version, schritt: 'aussetzen', grund: 'Umzug des Amtes bis Freitag.' }),
    ).version;
    assert.equal(
      (await world.deps.db.withPublic(readAllLive))[0]?.ausgesetztGrund,
      'Umzug des Amtes bis Freitag.',
    );
    world.turnClock(2);
    version = valueIn(await step(world, { version, schritt: 'fortsetzen' })).version;
    const [again] = await world.deps.db.withPublic(readAllLive);
    assert.deepEqual([again?.ausgesetztGrund, again?.seit], [null, '2026-11-21']);
    valueIn(await step(world, { version, schritt: 'beenden' }));
    assert.deepEqual(await world.deps.db.withPublic(readAllLive), []);
    const { rows } = await world.t.superuser.query(
      `select action from platform.audit where action like 'efa.anbindung.%' order by at`,
    );
    assert.deepEqual(
      rows.map(({ action }) => action.slice('efa.anbindung.'.length)),
      ['interest', 'parameters', 'test-begun', 'live', 'suspended', 'resumed', 'ended'],
    );
  });

  test('von zwei Bearbeitenden erfährt der zweite vom ersten, und nichts wird überschrieben', async () => {
    await using world = await open();
    const version = await prepared(world, world.lemgo);
    const save = (gebuehr: string) =>
      saveParameters(world.deps, world.lemgo, { dienst, version, values: { gebuehr } });
    const both = await Promise.all([save('30,00'), save('40,00')]);
    assert.deepEqual(both.map(({ ok }) => ok).sort(), [false, true]);
    const late = both.find(({ ok }) => !ok);
    assert.equal(late && refusalIn(late).code, 'EFA_CHANGED_MEANWHILE');
    const winner = both[0]?.ok ? 3000 : 4000;
    const { facts } = valueIn(await readDetail(world.deps, world.lemgo, dienst));
    assert.deepEqual(
      facts.filter(({ name }) => name === 'gebuehr').map(({ wert }) => wert),
      [2500, winner],
    );
  });

  test('zwei drücken „Live schalten“: einer schaltet, der andere erfährt es', async () => {
    await using world = await open();
    const version = valueIn(
      await step(world, { version: await prepared(world, world.lemgo), schritt: 'testen' }),
    ).version;
    const both = await Promise.all([1, 2].map(() => step(world, { version, schritt: 'live-schalten' })));
    assert.deepEqual(both.map(({ ok }) => ok).sort(), [false, true]);
    assert.equal((await world.deps.db.withPublic(readAllLive)).length, 1);
  });

  test('eine heute geänderte Gebühr gilt für Anträge ab ihrem Eingang, eine geplante ab ihrem Tag', async () => {
    await using world = await open();
    let version = await live(world);
    const arrived = world.deps.clock.now();
    world.turnClock(3);
    const today = world.deps.clock.today();
    const save = async (gebuehr: string, giltAb?: string) => {
      const input = { dienst, version, values: { gebuehr }, ...(giltAb ? { giltAb } : {}) };
      version = valueIn(await saveParameters(world.deps, world.lemgo, input)).version;
    };
    await save('30,00');
    await save('35,00', '2027-01-01');
    const { tenant } = world.lemgo.kommune;
    const feeAt = (date: string, knownAt?: Date) =>
      world.deps.db.withTenant(tenant, world.lemgo.actor, async (tx) => {
        const moment = { date: localDate(date), ...(knownAt ? { knownAt } : {}) };
        return (await parametersOf(tx, dienst, moment)).gebuehr;
      });
    assert.equal(await feeAt('2026-11-21', arrived), 2500);
    assert.equal(await feeAt('2026-11-23'), 2500);
    assert.equal(await feeAt(today), 3000);
    assert.equal(
      await feeAt(today, new Date(world.deps.clock.now().getTime() - 1000)),
      2500,
      'a moment before the change',
    );
    assert.equal(await feeAt('2026-12-31'), 3000);
    assert.equal(await feeAt('2027-01-01'), 3500);
    const past = await saveParameters(world.deps, world.lemgo, {
      dienst,
      version,
      values: { gebuehr: '1,00' },
      giltAb: '2026-11-01',
    });
    assert.equal(refusalIn(past).fields?.[0]?.field, 'giltAb');
  });

  test('ein geplanter Tag schaltet nichts live (Fehler 12 der OZG-Datenbank)', async () => {
    await using world = await open();
    let version = await prepared(world, world.lemgo);
    version = valueIn(
      await planGoLive(world.deps, world.lemgo, { dienst, version, geplantAm: '2026-12-01' }),
    ).version;
    world.turnClock(30);
    const { anbindung } = valueIn(await readDetail(world.deps, world.lemgo, dienst));
    assert.deepEqual(
      [anbindung.zustand, anbindung.geplantAm, anbindung.version],
      ['parameter', '2026-12-01', version],
    );
    assert.deepEqual(await world.deps.db.withPublic(readAllLive), []);
    const late = await planGoLive(world.deps, world.lemgo, { dienst, version, geplantAm: '2026-12-02' });
    assert.equal(refusalIn(late).fields?.[0]?.field, 'geplantAm');
  });

  test('was nicht passt, wird je Feld benannt, und nichts wird gespeichert', async () => {
    await using world = await open();
    valueIn(await expressInterest(world.deps, world.lemgo, dienst));
    const bad: readonly (readonly [Readonly<Record<string, unknown>>, string])[] = [
      [{ gebuehr: 'viel' }, 'gebuehr'],
      [{ gebuehr: '-5,00' }, 'gebuehr'],
      [{ gebuehr: 25.5 }, 'gebuehr'],
      [{ steuer: [{ art: 'Hund', ab: 'eins', betrag: '90,00' }] }, 'steuer.0.ab'],
      [{ steuer: [{ art: 'Hund', ab: '1', betrag: '90.000', farbe: 'braun' }] }, 'steuer.0'],
      [
        {
          steuer: [
            { art: 'Hund', ab: '1', betrag: '90,00' },
            { art: 'Hund', ab: '2', betrag: '' },
          ],
        },
        'steuer.1.betrag',
      ],
      [{ steuer: 'viel' }, 'steuer'],
      [{ steuer: Array.from({ length: 21 }, () => ({ art: 'Hund', ab: 1, betrag: 1 })) }, 'steuer'],
      [{ satzung: 'javascript:alert(1)' }, 'satzung'],
      [{ stelleEmail: 'steueramt' }, 'stelleEmail'],
      [{ stelleTelefon: 'anrufen' }, 'stelleTelefon'],
      [{ stelleName: 'x'.repeat(201) }, 'stelleName'],
      [{ zustellpunktSteueramt: 'Steueramt' }, 'zustellpunktSteueramt'],
      [{ hintertuer: 'ja' }, 'hintertuer'],
    ];
    for (const [values, field] of bad) {
      const refused = refusalIn(
        await saveParameters(world.deps, world.lemgo, { dienst, version: 1, values }),
      );
      assert.equal(refused.kind, 'invalid');
      assert.deepEqual(
        refused.fields?.map((each) => each.field),
        [field],
        JSON.stringify(values),
      );
    }
    assert.equal(valueIn(await readDetail(world.deps, world.lemgo, dienst)).anbindung.version, 1);
  });

  test('fehlen Angaben, beginnt kein Test, und der Zustand bleibt', async () => {
    const missing: readonly (readonly [Readonly<Record<string, unknown>>, string])[] = [
      [{ gebuehr: '' }, 'parameter'],
      [{ zustellpunktSteueramt: '' }, 'zustellpunkt'],
      [{ stelleName: '' }, 'stelle'],
      [{ datenschutzKontakt: '' }, 'datenschutz'],
    ];
    await using world = await open();
    let version = await prepared(world, world.lemgo);
    for (const [values, id] of missing) {
      version = valueIn(await saveParameters(world.deps, world.lemgo, { dienst, version, values })).version;
      const refused = refusalIn(await step(world, { version, schritt: 'testen' }));
      assert.equal(refused.code, 'EFA_NOT_READY');
      assert.deepEqual(
        refused.fields?.map(({ field }) => field),
        [id],
      );
      const { anbindung } = valueIn(await readDetail(world.deps, world.lemgo, dienst));
      assert.deepEqual([anbindung.zustand, anbindung.version], ['parameter', version]);
      const whole = { dienst, version, values: fullValues };
      version = valueIn(await saveParameters(world.deps, world.lemgo, whole)).version;
    }
    assert.equal(valueIn(await step(world, { version, schritt: 'testen' })).zustand, 'test');
  });

  test('fehlt etwas, geht nichts live, und die Liste nennt es mit dem, der es behebt (Fehler 12 der OZG-Datenbank)', async () => {
    const lines: readonly (readonly [Readonly<Record<string, unknown>>, string, string])[] = [
      [{ steuer: [] }, 'parameter', 'Kommune'],
      [{ gebuehr: '' }, 'parameter', 'Kommune'],
      [{ zustellpunktSteueramt: '' }, 'zustellpunkt', 'Kommune'],
      [{ zustellpunktOrdnungsamt: '' }, 'zustellpunkt', 'Kommune'],
      [{ stelleName: '' }, 'stelle', 'Kommune'],
      [{ stelleOeffnungszeiten: '' }, 'stelle', 'Kommune'],
      [{ stelleTelefon: '' }, 'stelle', 'Kommune'],
      [{ stelleEmail: '' }, 'stelle', 'Kommune'],
      [{ stelleAnschrift: '' }, 'stelle', 'Kommune'],
      [{ datenschutzVerantwortlich: '' }, 'datenschutz', 'Kommune'],
      [{ datenschutzKontakt: '' }, 'datenschutz', 'Kommune'],
    ];
    await using world = await open();
    let version = valueIn(
      await step(world, { version: await prepared(world, world.lemgo), schritt: 'testen' }),
    ).version;
    for (const [values, id, who] of lines) {
      version = valueIn(await saveParameters(world.deps, world.lemgo, { dienst, version, values })).version;
      const refused = refusalIn(await step(world, { version, schritt: 'live-schalten' }));
      assert.equal(refused.code, 'EFA_NOT_READY');
      assert.deepEqual(
        refused.fields?.map(({ field }) => field),
        [id],
        JSON.stringify(values),
      );
      const item = valueIn(await goLiveCheck(world.deps, world.lemgo, dienst)).find((each) => each.id === id);
      assert.deepEqual([item?.ok, item?.who], [false, who]);
      assert.match(item?.href ?? '', /^\/anbindungen\/hund-anmelden#feld-/);
      version = valueIn(
        await saveParameters(world.deps, world.lemgo, { dienst, version, values: fullValues }),
      ).version;
    }
    const key = {
      what: 'Zustellpunkt',
      how: 'Der Schlüssel ist abgelaufen.',
      who: 'Betrieb',
      href: null,
    } as const;
    world.probed.push({ ...key, id: 'zustellpunkt', ok: false, required: true });
    const refused = refusalIn(await step(world, { version, schritt: 'live-schalten' }));
    assert.match(refused.message, /Zustellpunkt \(Betrieb\): Der Schlüssel ist abgelaufen/);
    world.probed.splice(0);
    valueIn(await step(world, { version, schritt: 'live-schalten' }));
  });

  test('wo keine Zuständigkeit belegt ist, geht nichts live; eine offene neben einer eigenen hält nicht auf', async () => {
    await using shipped = await open(duties.withoutDogs);
    let version = valueIn(
      await step(shipped, { version: await prepared(shipped, shipped.lemgo), schritt: 'testen' }),
    ).version;
    const items = valueIn(await goLiveCheck(shipped.deps, shipped.lemgo, dienst));
    const dogs = items.find(({ what }) => what.includes('Hundehaltung'));
    assert.deepEqual([dogs?.ok, dogs?.required], [false, false]);
    version = valueIn(await step(shipped, { version, schritt: 'live-schalten' })).version;
    shipped.ended.set('L02950', localDate('2026-01-01'));
    valueIn(await step(shipped, { version, schritt: 'aussetzen', grund: 'Pause' }));
    const refused = refusalIn(await step(shipped, { version: version + 1, schritt: 'fortsetzen' }));
    assert.deepEqual(
      refused.fields?.map(({ field }) => field),
      ['zustaendigkeit'],
    );
  });

  test('ein Zustellpunkt, der fehlt, ruht oder keinen gültigen Schlüssel hat, hält den Start auf', async () => {
    await using world = await open();
    const version = valueIn(
      await step(world, { version: await prepared(world, world.lemgo), schritt: 'testen' }),
    ).version;
    const [first, second] = world.offices;
    assert.ok(first && second);
    const bad = [
      [{ ...first, key: null }, 'IT-Dienstleister'],
      [{ ...first, state: 'draft' }, 'IT-Dienstleister'],
      [{ ...first, state: 'suspended' }, 'IT-Dienstleister'],
      [{ ...first, state: 'ended' }, 'Kommune'],
      [{ ...first, id: '33333333-3333-4333-8333-333333333333' }, 'Kommune'],
    ] as const;
    for (const [office, who] of bad) {
      world.offices.splice(0, 2, office, second);
      const refused = refusalIn(await step(world, { version, schritt: 'live-schalten' }));
      assert.deepEqual(
        refused.fields?.map(({ field }) => field),
        [`zustellpunkt-${first.id}`],
      );
      assert.match(refused.message, new RegExp(who));
    }
    world.offices.splice(0, 2, first, second);
    valueIn(await step(world, { version, schritt: 'live-schalten' }));
  });

  test('ein Dienst nach dem Recht eines anderen Landes geht hier nicht live', async () => {
    await using world = await openEfaWorld(duties.shipped);
    world.folder.splice(0, 1, definitionOf({ land: '09' }));
    await offered(world);
    const version = await prepared(world, world.lemgo);
    const testing = valueIn(await step(world, { version, schritt: 'testen' }));
    const refused = refusalIn(await step(world, { version: testing.version, schritt: 'live-schalten' }));
    assert.deepEqual(
      refused.fields?.map(({ field }) => field),
      ['land'],
    );
  });

  test('ein Dienst, den Bürgerinnen nutzen, verliert keine Pflichtangabe', async () => {
    await using world = await open();
    const version = await live(world);
    const save = (values: Readonly<Record<string, unknown>>, giltAb = '') =>
      saveParameters(world.deps, world.lemgo, { dienst, version, values, giltAb });
    assert.equal(refusalIn(await save({ gebuehr: '' })).fields?.[0]?.field, 'gebuehr');
    assert.equal(refusalIn(await save({ gebuehr: '' }, '2027-01-01')).fields?.[0]?.field, 'gebuehr');
    world.probed.push({
      id: 'formular',
      what: 'Formular',
      ok: false,
      required: true,
      who: 'IT-Dienstleister',
      how: 'Es rechnet nicht.',
      href: null,
    });
    assert.equal(refusalIn(await save({ gebuehr: '30,00' })).code, 'EFA_NOT_READY');
    world.probed.splice(0);
    assert.equal(
      valueIn(await save({ gebuehr: '25,00' })).version,
      version,
      'nothing changed, nothing written',
    );
    valueIn(await save({ stelleName: 'Amt für Finanzen' }, '2027-01-01'));
    const [entry] = await world.deps.db.withPublic(readAllLive);
    assert.deepEqual(
      entry?.stellen.map(({ gueltigVon, name }) => [gueltigVon, name]),
      [
        ['2026-11-21', 'Steueramt'],
        ['2027-01-01', 'Amt für Finanzen'],
      ],
    );
  });

  test('eine neue Fassung gilt erst, wenn die Kommune wechselt, und nur wenn sie bereit ist', async () => {
    await using world = await open();
    let version = await live(world);
    world.folder.splice(0, 1, definitionOf({ version: 2, parameters: withHundemarke }));
    await offered(world);
    assert.equal(valueIn(await readDetail(world.deps, world.lemgo, dienst)).anbindung.fassung, '1');
    assert.equal(valueIn(await readDetail(world.deps, world.lemgo, dienst)).newest.fassung, '2');
    const refused = refusalIn(await moveToNewest(world.deps, world.lemgo, { dienst, version }));
    assert.match(refused.message, /Hundemarke/);
    const marke = { dienst, version, values: { marke: 'blau' } };
    const stated = valueIn(await saveParameters(world.deps, world.lemgo, marke));
    assert.equal(stated.fassung, '1', 'what the new version asks for can be stated before it is there');
    assert.equal(
      valueIn(await moveToNewest(world.deps, world.lemgo, { dienst, version: stated.version })).fassung,
      '2',
    );
    version = stated.version + 1;
    world.folder.splice(0, 1, definitionOf({ version: 3 }));
    await offered(world);
    const moved = valueIn(await moveToNewest(world.deps, world.lemgo, { dienst, version }));
    assert.equal(moved.fassung, '3');
    assert.equal((await world.deps.db.withPublic(readAllLive))[0]?.fassung, '3');
  });

  test('eine angebotene Fassung ändert sich nie, und nur ihr Anbieter bringt neue', async () => {
    await using world = await open();
    const offer = (anbieter = world.provider) =>
      offerOnlinedienst(world.deps, { actor: world.lemgo.actor, anbieter }, dienst);
    assert.equal(valueIn(await offer()).neu, false);
    world.folder.splice(0, 1, definitionOf({}, 'Hund anmelden und abmelden'));
    assert.equal(refusalIn(await offer()).code, 'EFA_VERSION_TAKEN');
    const other = { tenant: world.detmold.kommune.tenant, name: 'Anderes Rechenzentrum' };
    assert.equal(refusalIn(await offer(other)).code, 'EFA_OFFERED_BY_OTHER');
    const unknown = await offerOnlinedienst(
      world.deps,
      { actor: world.lemgo.actor, anbieter: world.provider },
      'hund-anmeldn',
    );
    assert.deepEqual(
      refusalIn(unknown).suggestions?.map(({ key }) => key),
      ['hund-anmelden'],
    );
  });

  test('wer nicht angeboten ist, wer doppelt beginnt, wer einen Schritt überspringt: jeder erfährt, was gilt', async () => {
    await using world = await open();
    assert.equal(
      refusalIn(await expressInterest(world.deps, world.lemgo, 'gibt-es-nicht')).code,
      'EFA_DIENST_UNKNOWN',
    );
    assert.equal(
      refusalIn(await step(world, { version: 1, schritt: 'testen' })).code,
      'EFA_ANBINDUNG_UNKNOWN',
    );
    valueIn(await expressInterest(world.deps, world.lemgo, dienst));
    assert.equal(
      refusalIn(await expressInterest(world.deps, world.lemgo, dienst)).code,
      'EFA_ALREADY_CONNECTED',
    );
    assert.equal(refusalIn(await step(world, { version: 1, schritt: 'testen' })).code, 'EFA_STEP_IMPOSSIBLE');
    assert.equal(
      refusalIn(await step(world, { version: 1, schritt: 'aussetzen', grund: ' ' })).fields?.[0]?.field,
      'grund',
    );
  });
});
