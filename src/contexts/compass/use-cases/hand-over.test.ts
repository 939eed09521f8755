import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { localDate } from '#kernel';
import {
  type CompassWorld,
  memberRemoved,
  openCompassWorld,
  refusalIn,
  stated,
  valueIn,
} from '../testing/compass-world.ts';
import { addPerson, createFachbereich, fachbereicheOfKommune } from './fachbereiche.ts';
import { handOver, previewHandOver } from './hand-over.ts';
import { verlaufOf } from './read-stand.ts';
import { standListe } from './stand-liste.ts';

describe('when a person leaves', () => {
  let world: CompassWorld;
  before(async () => {
    world = await openCompassWorld();
  });
  after(() => world[Symbol.asyncDispose]());

  test('one step moves all that it looked after; the preview says what, the history stays, the trail says who', async () => {
    const { deps, lemgo, t } = world;
    const [koordination, leaver, heir] = lemgo.personen.map(({ id }) => id);
    assert.ok(koordination && leaver && heir);
    const editor = lemgo.koordination;
    const { id } = valueIn(await createFachbereich(deps, editor, 'Bauamt'));
    const work = { fachbereichId: id, rolle: 'leitung', von: '2026-01-01', bis: null };
    valueIn(await addPerson(deps, editor, { ...work, mitgliedId: leaver }));
    const zustand = 'geplant' as const;
    await stated(world, lemgo, {
      leistungId: 'L00001',
      aenderung: { zustand, zustaendig: leaver, vertretung: heir },
    });
    await stated(world, lemgo, {
      leistungId: 'L00002',
      aenderung: { zustand, zustaendig: koordination, vertretung: leaver },
    });
    await stated(world, lemgo, { leistungId: 'L00003', aenderung: { zustand, zustaendig: koordination } });
    await memberRemoved(t, lemgo, leaver);

    const liste = valueIn(await standListe(deps, editor));
    const orphans = liste.zeilen.filter(({ ohneZustaendige }) => ohneZustaendige);
    assert.deepEqual(
      orphans.map(({ ort, zustaendig }) => [ort.id, zustaendig?.name]),
      [['L00001', 'Oke Sandgrund']],
    );

    const preview = await previewHandOver(deps, editor, { von: leaver });
    assert.equal(preview.staende.length + preview.personen.length, 3);
    const persons = { von: leaver, an: heir };
    assert.equal(
      refusalIn(await handOver(deps, editor, persons, 2)).code,
      'COMPASS_HAND_OVER_CHANGED_MEANWHILE',
    );
    valueIn(await handOver(deps, editor, persons, 3));

    const [first, second] = await Promise.all(
      ['L00001', 'L00002'].map(async (leistung) => (await verlaufOf(deps, editor, leistung))[0]),
    );
    assert.deepEqual([first?.zustaendig, first?.vertretung], [heir, null], 'nobody becomes their own deputy');
    assert.deepEqual([second?.zustaendig, second?.vertretung], [koordination, heir]);
    assert.equal(first?.fassung, 2);
    const { personen } = await fachbereicheOfKommune(deps, editor);
    assert.deepEqual(
      personen.map(({ mitgliedId, von, bis }) => [mitgliedId, von, bis]),
      [
        [leaver, localDate('2026-01-01'), localDate('2026-11-20')],
        [heir, localDate('2026-11-21'), null],
      ],
    );
    const trail = await t.superuser.query(
      `select summary from platform.audit where action = 'compass.handed-over'`,
    );
    assert.deepEqual(trail.rows, [{ summary: { an: heir, leistungen: 2, fachbereiche: 1 } }]);
  });

  test('nobody takes over who has left, and nobody from themselves', async () => {
    const { deps, lemgo } = world;
    const [koordination, leaver] = lemgo.personen.map(({ id }) => id);
    assert.ok(koordination && leaver);
    const editor = lemgo.koordination;
    for (const [von, an] of [
      [koordination, leaver],
      [koordination, koordination],
    ])
      assert.equal(
        refusalIn(await handOver(deps, editor, { von: von ?? '', an: an ?? '' }, 0)).code,
        'COMPASS_HAND_OVER_INVALID',
      );
  });
});
