import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { localDate } from '#kernel';
import { parseTenantId, type TenantId } from '#platform';
import { type CompassWorld, openCompassWorld, stated, type TestKommune } from '../testing/compass-world.ts';
import { answerAbdeckung, answerPaare, answerVerlauf, answerVerteilung } from './answer-figures.ts';
import { alles } from './frage.ts';
import { type Figures, openFigures } from './open-figures.ts';
import { visibleBodies } from './visible-bodies.ts';

const today = localDate('2026-11-21');
const abbruch = 'L00003';

describe('figures over many Kommunen', () => {
  let world: CompassWorld;
  let provider: TenantId;
  let figures: () => Promise<Figures>;
  before(async () => {
    world = await openCompassWorld();
    figures = openFigures(world.deps);
    provider = parseTenantId(randomUUID()) ?? assert.fail();
    await world.t.superuser.query(
      `insert into identity.organisation (id, kind, name) values ($1, 'it-dienstleister', 'OWL-IT')`,
      [provider],
    );
    for (const { kommune } of [world.lemgo, world.detmold])
      await world.t.superuser.query(`insert into identity.betreuung values ($1, $2, '2026-01-01')`, [
        kommune.tenant,
        provider,
      ]);
  });
  after(() => world[Symbol.asyncDispose]());

  const consent = async ({ kommune }: TestKommune) => {
    await world.t.superuser.query(
      `insert into identity.einwilligung values ($1, $2, '2026-01-01', null, 'mitglied:x')`,
      [kommune.tenant, provider],
    );
    await sleep(1_050);
  };

  const ask = async (tenant: TenantId) => {
    const now = await figures();
    return { figures: now, visible: visibleBodies(now, tenant), umfang: alles(today) };
  };

  test('nobody sees figures of a Kommune that does not consent, its own members always', async () => {
    const { lemgo, detmold } = world;
    await stated(world, lemgo, { leistungId: abbruch, aenderung: { zustand: 'online' } });
    const own = await ask(lemgo.kommune.tenant);
    const [mine] = await answerAbdeckung(own, 'kommune');
    assert.equal(mine?.label, 'Lemgo');
    assert.equal(mine?.kommunen.part, 1);
    const theirs = await ask(provider);
    assert.deepEqual(await answerAbdeckung(theirs, 'kommune'), []);
    assert.equal(theirs.visible.withoutConsent, 2);
    await consent(lemgo);
    const some = await ask(provider);
    assert.deepEqual(
      (await answerAbdeckung(some, 'kommune')).map(({ label }) => label),
      ['Lemgo'],
    );
    assert.equal(some.visible.withoutConsent, 1);
    const neighbour = await ask(detmold.kommune.tenant);
    assert.deepEqual(
      (await answerAbdeckung(neighbour, 'kommune')).map(({ label }) => label),
      ['Detmold', 'Lemgo'],
    );
  });

  test('coverage counts every duty, also those about which nobody said anything', async () => {
    const asked = await ask(world.lemgo.kommune.tenant);
    const [all] = await answerAbdeckung(
      { ...asked, umfang: { ...asked.umfang, kommunen: ['05766044'] } },
      'gesamt',
    );
    assert.ok(all);
    assert.equal(all.kommunen.part, 1);
    assert.ok(all.kommunen.whole > 100);
    assert.equal(all.ohneAngabe, all.kommunen.whole - 1);
    assert.equal(all.ohneFallzahl, all.kommunen.whole);
  });

  test('what is stated now stands in the figures a moment later, and each number can be looked into', async () => {
    const { lemgo } = world;
    await stated(world, lemgo, {
      leistungId: abbruch,
      grundlage: 1,
      aenderung: { zustand: 'abgeschaltet', abgeschaltetAm: today },
    });
    await sleep(1_050);
    const asked = await ask(lemgo.kommune.tenant);
    const umfang = { ...asked.umfang, kommunen: ['05766044'] };
    const counted = await answerVerteilung({ ...asked, umfang }, 'gesamt', 'zustand');
    const row = counted.paare[0] ?? [];
    const at = counted.spalten.findIndex(({ key }) => key === 'abgeschaltet');
    assert.equal(row[at], 1);
    const pairs = await answerPaare({ ...asked, umfang });
    assert.equal(
      pairs.length,
      row.reduce((sum, each) => sum + each, 0),
    );
    assert.deepEqual(
      pairs.filter(({ zustand }) => zustand === at).map(({ ags, leistungId }) => [ags, leistungId]),
      [['05766044', abbruch]],
    );
  });

  test('the progress ends with the day of the question and keeps the whole', async () => {
    const asked = await ask(world.lemgo.kommune.tenant);
    const { tage, paare } = await answerVerlauf(asked, 24);
    assert.equal(tage.length, 25);
    assert.deepEqual([tage[0], tage.at(-2), tage.at(-1)], ['2024-11-30', '2026-10-31', '2026-11-21']);
    const whole = paare.map((counts) => counts.reduce((sum, each) => sum + each, 0));
    assert.equal(new Set(whole).size, 1);
  });
});
