import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { addDays } from '#kernel';
import { isKonflikt } from '../errors.ts';
import {
  type CompassWorld,
  editorFor,
  openCompassWorld,
  refusalIn,
  stated,
  valueIn,
} from '../testing/compass-world.ts';
import { changeStaende, changeStand } from './change-stand.ts';
import { meineNeuigkeiten } from './digest.ts';
import { readZelle } from './read-cell.ts';
import { staendeOf, standOf, verlaufOf } from './read-stand.ts';
import { standListe, zeilenIn } from './stand-liste.ts';
import { takeBack } from './take-back.ts';

describe('a statement that is taken back', () => {
  let world: CompassWorld;
  before(async () => {
    world = await openCompassWorld();
  });
  after(() => world[Symbol.asyncDispose]());

  let used = 200;
  const fresh = () => `L00${String(++used)}`;
  const back = (leistungId: string, grundlage: number, grund = '') =>
    takeBack(world.deps, world.lemgo.koordination, { leistungId, grundlage, grund });
  const rowOf = async (id: string, date = world.deps.clock.today()) => {
    const liste = valueIn(await standListe(world.deps, world.lemgo.koordination, date));
    return liste.zeilen.find(({ ort }) => ort.id === id);
  };

  test('holds nowhere any more from that day on; before it and in the Verlauf it stays', async () => {
    const { deps, lemgo } = world;
    const id = fresh();
    await stated(world, lemgo, { leistungId: id, aenderung: { zustand: 'online', bemerkung: 'schnell' } });
    world.turnClock(3);
    const today = deps.clock.today();
    const taken = valueIn(await back(id, 1, ' Falsche Leistung '));
    assert.deepEqual([taken.fassung, taken.zustand, taken.bemerkung], [2, null, 'Falsche Leistung']);
    assert.equal(await standOf(deps, lemgo.koordination, id), null);
    assert.ok((await staendeOf(deps, lemgo.koordination)).every(({ leistungId }) => leistungId !== id));
    assert.equal((await rowOf(id))?.stand, null);
    assert.equal((await rowOf(id, addDays(today, -1)))?.stand?.zustand, 'online');
    const zelle = valueIn(await readZelle(deps, lemgo.koordination, id));
    assert.deepEqual([zelle.stand, zelle.vollstaendigkeit], [null, null]);
    assert.deepEqual(
      zelle.verlauf.map(({ fassung, zustand }) => [fassung, zustand]),
      [
        [2, null],
        [1, 'online'],
      ],
    );
    world.turnClock(-3);
  });

  test('is followed by the next Fassung, and keeps nothing of what was said', async () => {
    const { deps, lemgo } = world;
    const id = fresh();
    await stated(world, lemgo, { leistungId: id, aenderung: { zustand: 'geplant', prioritaet: 1 } });
    valueIn(await back(id, 1));
    const again = await changeStand(deps, lemgo.koordination, {
      leistungId: id,
      grundlage: 0,
      aenderung: { zustand: 'online' },
    });
    assert.deepEqual([valueIn(again).fassung, valueIn(again).prioritaet], [3, null]);
    assert.equal(refusalIn(await back(id, 1)).code, 'COMPASS_STAND_CHANGED_MEANWHILE');
    assert.equal(valueIn(await back(id, 3)).fassung, 4);
  });

  test('of two people nobody overwrites the other', async () => {
    const { deps, lemgo } = world;
    const id = fresh();
    const oke = editorFor(lemgo.kommune, lemgo.personen[1]?.id ?? '');
    await stated(world, lemgo, { leistungId: id, aenderung: { zustand: 'geplant' } });
    const online = { leistungId: id, aenderung: { zustand: 'online' } } as const;
    valueIn(await changeStand(deps, oke, { ...online, grundlage: 1 }));
    const late = refusalIn(await back(id, 1));
    assert.ok(isKonflikt(late), 'what Oke stated is not taken back unseen');
    assert.equal(late.konflikt.inzwischen.angegebenVon, oke.actor);
    valueIn(await back(id, 2));
    const form = refusalIn(await changeStand(deps, oke, { ...online, grundlage: 2 }));
    assert.equal(form.code, 'COMPASS_STAND_TAKEN_BACK_MEANWHILE');
    assert.equal(refusalIn(await back(id, 2)).code, 'COMPASS_STAND_NOT_STATED');
    assert.equal(await standOf(deps, lemgo.koordination, id), null);
    assert.equal((await verlaufOf(deps, lemgo.koordination, id)).length, 3);
  });

  test('at the same moment as somebody changes it, exactly one of both is taken and the other one told', async () => {
    const { deps, lemgo } = world;
    const oke = editorFor(lemgo.kommune, lemgo.personen[1]?.id ?? '');
    for (let turn = 0; turn < 8; turn += 1) {
      const leistungId = fresh();
      await stated(world, lemgo, { leistungId, aenderung: { zustand: 'geplant' } });
      const [taken, changed] = await Promise.all([
        back(leistungId, 1),
        changeStand(deps, oke, { leistungId, grundlage: 1, aenderung: { zustand: 'online' } }),
      ]);
      assert.notEqual(taken.ok, changed.ok);
      const told = refusalIn(taken.ok ? changed : taken).code;
      assert.equal(told, `COMPASS_STAND_${taken.ok ? 'TAKEN_BACK' : 'CHANGED'}_MEANWHILE`);
      assert.equal(
        (await standOf(deps, lemgo.koordination, leistungId))?.zustand,
        taken.ok ? undefined : 'online',
      );
    }
  });

  test('where nothing was stated, or by whom may not change the cell, nothing is taken back', async () => {
    const { deps, lemgo } = world;
    const id = fresh();
    assert.equal(refusalIn(await back(id, 0)).code, 'COMPASS_STAND_NOT_STATED');
    assert.equal(refusalIn(await back('L99999', 0)).code, 'COMPASS_LEISTUNG_UNKNOWN');
    await stated(world, lemgo, { leistungId: id, aenderung: { zustand: 'online' } });
    const pflege = {
      ...editorFor(lemgo.kommune, lemgo.personen[2]?.id ?? ''),
      darfVerwalten: false,
    } as const;
    const wunsch = { leistungId: id, grundlage: 1, grund: '' };
    assert.equal(refusalIn(await takeBack(deps, pflege, wunsch)).code, 'COMPASS_NOT_YOUR_FACHBEREICH');
    const long = await takeBack(deps, lemgo.koordination, { ...wunsch, grund: 'x'.repeat(501) });
    assert.equal(refusalIn(long).fields?.[0]?.field, 'grundZurueck');
  });

  test('of a Leistung that is no duty and left the catalogue it leaves the list; its page still tells of it', async () => {
    const { deps, lemgo } = world;
    const id = fresh();
    await stated(world, lemgo, { leistungId: id, aenderung: { zustand: 'online' } });
    const { catalogue, ...rest } = await deps.world();
    const without = {
      ...rest,
      catalogue: {
        ...catalogue,
        leistungen: catalogue.leistungen.filter((each) => each.id !== id),
        leistungById: new Map([...catalogue.leistungById].filter(([each]) => each !== id)),
      },
    };
    const later = { ...deps, world: async () => without };
    const listed = async () =>
      zeilenIn(valueIn(await standListe(later, lemgo.koordination)), 'pflichten').some(
        ({ ort }) => ort.id === id,
      );
    const gone = await takeBack(later, lemgo.koordination, { leistungId: id, grundlage: 1, grund: '' });
    assert.equal(valueIn(gone).fassung, 2);
    assert.equal(await listed(), false);
    assert.equal(valueIn(await readZelle(later, lemgo.koordination, id)).verlauf.length, 2);
    const stateAgain = { leistungId: id, grundlage: 0, aenderung: { zustand: 'online' } } as const;
    assert.equal(valueIn(await changeStand(later, lemgo.koordination, stateAgain)).fassung, 3);
  });

  test('a member is told of it like of any change of others', async () => {
    const { deps, lemgo } = world;
    const id = fresh();
    const oke = lemgo.personen[1]?.id ?? '';
    await stated(world, lemgo, { leistungId: id, aenderung: { zustand: 'geplant', zustaendig: oke } });
    valueIn(await back(id, 1));
    await stated(world, lemgo, { leistungId: id, aenderung: { zustand: 'online', zustaendig: oke } });
    const news = valueIn(await meineNeuigkeiten(deps, editorFor(lemgo.kommune, oke)));
    assert.deepEqual(
      news
        .filter(({ leistungId }) => leistungId === id)
        .toSorted((a, b) => a.fassung - b.fassung)
        .map(({ bezug, unterschiede: [, ...others], ...each }) => [bezug, each.fassung, others.length]),
      [
        ['zustaendig', 1, 1],
        ['abgegeben', 2, 0],
        ['zustaendig', 3, 1],
      ],
    );
    const taken = news.find(({ leistungId, fassung }) => leistungId === id && fassung === 2);
    assert.deepEqual(taken?.unterschiede, [{ feld: 'zustand', vorher: 'geplant', nachher: 'keine Angabe' }]);
  });

  test('many statements and takings-back in one step are one line in the audit trail and one event', async () => {
    const { deps, lemgo, t } = world;
    const [a, b] = [fresh(), fresh()];
    await stated(world, lemgo, { leistungId: a, aenderung: { zustand: 'online' } });
    const zuruecknehmen = { grund: null };
    await changeStaende(deps, lemgo.koordination, [
      { leistungId: a, grundlage: 1, aenderung: {}, zuruecknehmen },
      { leistungId: b, grundlage: 0, aenderung: { zustand: 'online' } },
    ]);
    valueIn(await back(b, 1));
    const { rows } = await t.superuser.query(
      `select action, summary from platform.audit where action like 'compass.stand.%' order by seq desc limit 2`,
    );
    assert.equal(rows[0].action, 'compass.stand.taken-back');
    assert.partialDeepStrictEqual(rows[1], {
      action: 'compass.stand.stated-many',
      summary: { anzahl: 2, zurueckgenommen: 1 },
    });
  });

  test('the database keeps no value in it, whoever writes', async () => {
    const { lemgo, t } = world;
    const insert = (fassung: number, column: string, value: string) =>
      t.superuser.query(
        `insert into compass.stand (tenant_id, leistung_id, fassung, ags, gilt_ab, angegeben_am, ${column})
          values ($1, 'L00199', $2, '05766044', '2026-01-01', now(), ${value})`,
        [lemgo.kommune.tenant, fassung],
      );
    await assert.rejects(insert(2, 'geplant_fuer', `date '2027-01-01'`), /stand_zurueckgenommen_check/);
    await assert.rejects(insert(2, 'loesung_id', `'x'`), /stand_zurueckgenommen_check/);
    await assert.rejects(insert(1, 'loesung_id', 'null'), /stand_zurueckgenommen_check/);
  });
});
