import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { localDate } from '#kernel';
import { isKonflikt } from '../errors.ts';
import { type CompassWorld, openCompassWorld, refusalIn, stated, valueIn } from '../testing/compass-world.ts';
import { changeStaende, changeStand } from './change-stand.ts';
import { staendeOf, standOf, verlaufOf } from './read-stand.ts';

describe('what a Kommune states about its Leistungen', () => {
  let world: CompassWorld;
  before(async () => {
    world = await openCompassWorld();
  });
  after(() => world[Symbol.asyncDispose]());

  const ids = leistungen;

  test('nothing stated is „keine Angabe“: there is no row', async () => {
    const { deps, detmold } = world;
    assert.equal(await standOf(deps, detmold.koordination, ids()[0]), null);
    assert.deepEqual(await staendeOf(deps, detmold.koordination), []);
  });

  test('every statement stays, with who said it and when', async () => {
    const { deps, lemgo } = world;
    const [leistungId] = ids();
    await stated(world, lemgo, { leistungId, aenderung: { zustand: 'geplant', prioritaet: 1 } });
    world.turnClock(1);
    const second = await stated(world, lemgo, {
      leistungId,
      grundlage: 1,
      aenderung: { zustand: 'online', umgesetztAm: localDate('2026-11-22') },
    });
    assert.equal(second.fassung, 2);
    assert.equal(second.prioritaet, 1, 'what was not named stays');
    const verlauf = await verlaufOf(deps, lemgo.koordination, leistungId);
    assert.deepEqual(
      verlauf.map(({ fassung, zustand, angegebenVon }) => [fassung, zustand, angegebenVon]),
      [
        [2, 'online', lemgo.koordination.actor],
        [1, 'geplant', lemgo.koordination.actor],
      ],
    );
    assert.ok(
      (verlauf[0]?.angegebenAm.getTime() ?? 0) - (verlauf[1]?.angegebenAm.getTime() ?? 0) === 86_400_000,
    );
  });

  test('a statement comes back as it was made, with all of its values', async () => {
    const { deps, lemgo } = world;
    const [, leistungId] = ids();
    const [person, deputy] = lemgo.personen;
    const aenderung = {
      zustand: 'in-erprobung',
      grund: 'Probe im Bürgerbüro',
      giltAb: localDate('2026-10-01'),
      geplantFuer: localDate('2027-01-01'),
      reifegrad11: 2,
      kriterien11: { antrag: 2, nachweise: 3 },
      reifegrad20: 1,
      kriterien20: { formular: 1 },
      fallzahl: 1234,
      fallzahlJahr: 2025,
      fallzahlArt: 'gezaehlt',
      loesungId: 'hund-anmelden',
      prioritaet: 2,
      zustaendig: person?.id ?? '',
      vertretung: deputy?.id ?? '',
      nachweis: { art: 'link', link: 'https://www.lemgo.de/hund', text: 'Seite' },
      bemerkung: 'Zeile 1\nZeile 2 mit „Anführung“',
      felder: { 'eigen-kostenstelle': '4711' },
    } as const;
    await stated(world, lemgo, { leistungId, aenderung });
    const read = await standOf(deps, lemgo.koordination, leistungId);
    assert.ok(read);
    const { tenant, fassung, umgesetztAm, abgeschaltetAm, fachbereichId, ...rest } = read;
    assert.deepEqual([tenant, fassung], [lemgo.kommune.tenant, 1]);
    assert.deepEqual([umgesetztAm, abgeschaltetAm, fachbereichId], [null, null, null]);
    assert.deepEqual(rest, {
      ...aenderung,
      ags: '05766044',
      leistungId,
      angegebenAm: deps.clock.now(),
      angegebenVon: lemgo.koordination.actor,
    });
  });

  test('of two people who save the same cell the second one learns what the first one said; nothing is overwritten', async () => {
    const { deps, detmold } = world;
    const [leistungId] = ids();
    await stated(world, detmold, { leistungId, aenderung: { zustand: 'vorgemerkt' } });
    const [first, second] = await Promise.all([
      changeStand(deps, detmold.koordination, {
        leistungId,
        grundlage: 1,
        aenderung: { zustand: 'geplant' },
      }),
      changeStand(deps, detmold.koordination, { leistungId, grundlage: 1, aenderung: { zustand: 'online' } }),
    ]);
    const [won, lost] = first.ok ? [first, second] : [second, first];
    const refusal = refusalIn(lost);
    assert.equal(refusal.kind, 'conflict');
    assert.equal(refusal.code, 'COMPASS_STAND_CHANGED_MEANWHILE');
    assert.ok(isKonflikt(refusal));
    assert.deepEqual(refusal.konflikt.strittig, ['zustand']);
    assert.equal(refusal.konflikt.inzwischen.zustand, valueIn(won).zustand);
    assert.equal((await verlaufOf(deps, detmold.koordination, leistungId)).length, 2);
  });

  test('changes of different fields are joined when the person says so, and only then', async () => {
    const { deps, detmold } = world;
    const [, leistungId] = ids();
    await stated(world, detmold, { leistungId, aenderung: { zustand: 'geplant' } });
    await stated(world, detmold, {
      leistungId,
      grundlage: 1,
      aenderung: { fallzahl: 40, fallzahlJahr: 2025, fallzahlArt: 'gezaehlt' },
    });
    // A form carries every field, also those that this person left as they were.
    const aenderung = { zustand: 'geplant', prioritaet: 1, fallzahl: null, fallzahlJahr: null } as const;
    const wunsch = { leistungId, grundlage: 1, aenderung };
    const refusal = refusalIn(await changeStand(deps, detmold.koordination, wunsch));
    assert.ok(isKonflikt(refusal));
    assert.deepEqual([refusal.konflikt.strittig, refusal.konflikt.nurMeine], [[], ['prioritaet']]);
    const joined = valueIn(
      await changeStand(deps, detmold.koordination, { ...wunsch, zusammenfuehren: true }),
    );
    assert.deepEqual([joined.fassung, joined.prioritaet, joined.fallzahl], [3, 1, 40]);
  });

  test('saying the same again writes nothing, confirming it does', async () => {
    const { deps, lemgo } = world;
    const [, , leistungId] = ids();
    const aenderung = { zustand: 'geplant' } as const;
    await stated(world, lemgo, { leistungId, aenderung });
    const again = await stated(world, lemgo, { leistungId, grundlage: 1, aenderung });
    assert.equal(again.fassung, 1);
    const confirmed = valueIn(
      await changeStand(deps, lemgo.koordination, {
        leistungId,
        grundlage: 1,
        aenderung: {},
        bestaetigen: true,
      }),
    );
    assert.equal(confirmed.fassung, 2);
  });

  test('in a bulk change each cell is answered singly, and one audit line and one event tell of all', async () => {
    const { deps, lemgo, t } = world;
    const wanted = ids().slice(10, 60);
    const before = await t.superuser.query(`select count(*)::int as n from platform.audit`);
    const answers = await changeStaende(deps, lemgo.koordination, [
      ...wanted.map((leistungId) => ({
        leistungId,
        grundlage: 0,
        aenderung: { zustand: 'geplant' as const },
      })),
      { leistungId: 'L99999', grundlage: 0, aenderung: { zustand: 'online' } },
      { leistungId: wanted[0] ?? '', grundlage: 0, aenderung: { zustand: 'online' } },
    ]);
    assert.equal(answers.filter(({ ok }) => ok).length, 50);
    assert.deepEqual(
      answers.slice(50).map((answer) => refusalIn(answer).code),
      ['COMPASS_LEISTUNG_UNKNOWN', 'COMPASS_STAND_TWICE'],
    );
    const audit = await t.superuser.query(`select count(*)::int as n from platform.audit`);
    assert.equal(audit.rows[0].n - before.rows[0].n, 1);
  });

  test('a person who is no member of the Kommune is not responsible for anything', async () => {
    const { deps, lemgo, detmold } = world;
    const [leistungId] = ids();
    const refusal = refusalIn(
      await changeStand(deps, lemgo.koordination, {
        leistungId,
        grundlage: 2,
        aenderung: { zustaendig: detmold.personen[0]?.id ?? '' },
      }),
    );
    assert.deepEqual(
      refusal.fields?.map(({ field }) => field),
      ['zustaendig'],
    );
  });

  test('statements cannot be changed or deleted, not even by the application', async () => {
    const { t, lemgo } = world;
    const table = { stand: 'zustand', stand_intern: 'bemerkung' };
    for (const [name, column] of Object.entries(table))
      for (const statement of [
        `update compass.${name} set ${column} = ${column}`,
        `delete from compass.${name}`,
      ])
        await assert.rejects(
          t.superuser.query(`${statement} where tenant_id = $1`, [lemgo.kommune.tenant]),
          /append-only/,
        );
  });

  test('a Leistung that ended keeps its statements and can still be stated', async () => {
    const { deps, lemgo, enden } = world;
    const leistungId = 'L88888';
    enden.set(leistungId, {
      leistungId,
      leika: '99000000000000',
      name: 'Beendet',
      endetAm: localDate('2020-01-01'),
      grund: 'Gesetz aufgehoben',
      quelle: 'Bundesgesetzblatt',
      quelleUrl: null,
      gelesenAm: localDate('2026-01-01'),
      evidenz: 'norm-gelesen',
      hinweis: null,
    });
    await stated(world, lemgo, { leistungId, aenderung: { zustand: 'abgeschaltet' } });
    assert.equal((await standOf(deps, lemgo.koordination, leistungId))?.zustand, 'abgeschaltet');
  });
});

function leistungen(): readonly [string, string, string, ...string[]] {
  const number = (n: number) => `L${String(n).padStart(5, '0')}`;
  return [number(1), number(2), number(3), ...Array.from({ length: 97 }, (_each, n) => number(n + 4))];
}
