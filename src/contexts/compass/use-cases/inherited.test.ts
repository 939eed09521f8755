import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Catalogue } from '#catalogue';
import { compileDuties } from '#duties';
import { localDate } from '#kernel';
import { openCompassWorld, refusalIn, stated } from '../testing/compass-world.ts';
import { changeStand } from './change-stand.ts';
import { confirmCarried } from './confirm-carried.ts';
import { readZelle } from './read-cell.ts';
import { staendeOf } from './read-stand.ts';
import { standListe } from './stand-liste.ts';
import { takeBack } from './take-back.ts';

type Nachfolge = Catalogue['nachfolgen'][number];

const since = localDate('2026-11-01');
const nachfolge = (von: string, nach: string, art: Nachfolge['art']): Nachfolge => ({
  von,
  nach,
  art,
  fassung: 2,
  seit: since,
  gilt: true,
});

/** The catalogue after L00002 was split into L00003 and L00004, and L00005 and L00006 were merged into L00007. */
function changed(catalogue: Catalogue): Catalogue {
  const gone = new Set(['L00002', 'L00005', 'L00006']);
  return {
    ...catalogue,
    leistungen: catalogue.leistungen.filter(({ id }) => !gone.has(id)),
    leistungById: new Map([...catalogue.leistungById].filter(([id]) => !gone.has(id))),
    nachfolgen: [
      nachfolge('L00002', 'L00003', 'teilung'),
      nachfolge('L00002', 'L00004', 'teilung'),
      nachfolge('L00005', 'L00007', 'zusammenlegung'),
      nachfolge('L00006', 'L00007', 'zusammenlegung'),
    ],
  };
}

test('what was said goes along over split and merge, waits to be confirmed, and comes back with the old catalogue', async () => {
  await using world = await openCompassWorld();
  const { deps, lemgo } = world;
  const { koordination } = lemgo;
  await stated(world, lemgo, { leistungId: 'L00002', aenderung: { zustand: 'online', prioritaet: 1 } });
  await stated(world, lemgo, { leistungId: 'L00005', aenderung: { zustand: 'online' } });
  world.turnClock(1);
  await stated(world, lemgo, { leistungId: 'L00006', aenderung: { zustand: 'geplant' } });
  const before = await deps.world();
  const catalogue = changed(before.catalogue);
  const facts = { ...before.duties.facts, leistungen: catalogue.leistungen };
  const after = { ...before, catalogue, duties: compileDuties(facts) };
  const later = { ...deps, world: async () => after };

  const rows = async (given: typeof deps) => {
    const liste = await standListe(given, koordination);
    assert.ok(liste.ok);
    return liste.value.zeilen
      .filter(({ stand }) => stand !== null)
      .map(({ ort, stand, mitgezogenAus }) => [ort.id, stand?.zustand, stand?.fassung, mitgezogenAus]);
  };
  assert.deepEqual(await rows(later), [
    ['L00003', 'online', 0, 'L00002'],
    ['L00004', 'online', 0, 'L00002'],
    ['L00007', 'geplant', 0, 'L00006'],
    ['L00002', 'online', 1, null],
    ['L00005', 'online', 1, null],
    ['L00006', 'geplant', 1, null],
  ]);
  const cell = await readZelle(later, koordination, 'L00003');
  assert.ok(cell.ok);
  assert.deepEqual([cell.value.mitgezogenAus, cell.value.verlauf.length], ['L00002', 0]);

  const own = await changeStand(later, koordination, {
    leistungId: 'L00004',
    grundlage: 0,
    aenderung: { fallzahl: 12, fallzahlJahr: 2025, fallzahlArt: 'gezaehlt' },
  });
  assert.ok(own.ok);
  assert.deepEqual([own.value.fassung, own.value.zustand, own.value.prioritaet], [1, 'online', 1]);
  assert.deepEqual(await confirmCarried(later, koordination), { ok: true, value: { bestaetigt: 2 } });
  assert.ok((await rows(later)).every(([, , , aus]) => aus === null));

  // Confirmed by mistake: taken back, it waits again; of the Leistung from which it came it goes for good.
  const taken = await takeBack(later, koordination, { leistungId: 'L00003', grundlage: 1, grund: '' });
  assert.ok(taken.ok);
  assert.deepEqual((await rows(later))[0], ['L00003', 'online', 0, 'L00002']);
  const waiting = await takeBack(later, koordination, { leistungId: 'L00003', grundlage: 0, grund: '' });
  assert.equal(refusalIn(waiting).code, 'COMPASS_STAND_NOT_STATED');
  assert.deepEqual(await confirmCarried(later, koordination), { ok: true, value: { bestaetigt: 1 } });
  assert.deepEqual((await rows(later))[0], ['L00003', 'online', 3, null]);
  assert.ok((await takeBack(later, koordination, { leistungId: 'L00003', grundlage: 3, grund: '' })).ok);
  assert.ok((await takeBack(later, koordination, { leistungId: 'L00002', grundlage: 1, grund: '' })).ok);
  assert.ok((await rows(later)).every(([id]) => id !== 'L00003' && id !== 'L00002'));
  await stated(world, lemgo, { leistungId: 'L00002', aenderung: { zustand: 'online' } });
  await stated(world, lemgo, { leistungId: 'L00003', aenderung: { zustand: 'online' } });

  const back = await rows(deps);
  for (const id of ['L00002', 'L00005', 'L00006']) assert.ok(back.some(([each]) => each === id));
  assert.equal((await staendeOf(deps, koordination)).length, 6);
});
