import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import { parseTenantId, type TenantId } from '#platform';
import { haeufigkeitVersion } from '../store-haeufigkeit.ts';
import { type CompassWorld, openCompassWorld } from '../testing/compass-world.ts';
import { publishHaeufigkeiten, readPublished } from './haeufigkeiten.ts';

/** Five Kommunen of similar size that share, and one that does not. */
const teilende = ['05766008', '05766012', '05766020', '05766040', '05766044'] as const;
const stumme = '05766056';

describe('how common a Leistung is', () => {
  let world: CompassWorld;
  const tenants = new Map<string, TenantId>();
  before(async () => {
    world = await openCompassWorld();
    tenants.set('05766044', world.lemgo.kommune.tenant).set('05766020', world.detmold.kommune.tenant);
    const { superuser } = world.t;
    const provider = randomUUID();
    const house = `insert into identity.organisation (id, kind, name, body_key) values ($1, $2, $3, $4)`;
    await superuser.query(house, [provider, 'it-dienstleister', 'OWL-IT', null]);
    for (const ags of [...teilende, stumme]) {
      const tenant = tenants.get(ags) ?? parseTenantId(randomUUID()) ?? assert.fail();
      if (!tenants.has(ags)) await superuser.query(house, [tenant, 'kommune', `Kommune ${ags}`, ags]);
      tenants.set(ags, tenant);
      await superuser.query(`insert into identity.betreuung values ($1, $2, '2026-01-01')`, [
        tenant,
        provider,
      ]);
      if (ags !== stumme)
        await superuser.query(
          `insert into identity.einwilligung values ($1, $2, '2026-01-01', null, 'mitglied:x')`,
          [tenant, provider],
        );
    }
  });
  after(() => world[Symbol.asyncDispose]());

  const state = (ags: string, leistung: string, fallzahl: number, art = 'gezaehlt', fassung = 1) =>
    world.t.superuser.query(
      `insert into compass.stand (tenant_id, leistung_id, fassung, ags, gilt_ab, zustand, fallzahl, fallzahl_jahr,
        fallzahl_art, angegeben_am) values ($1, $2, $3, $4, '2026-02-01', 'online', $5, 2025, $6, now())`,
      [tenants.get(ags), leistung, fassung, ags, fallzahl, art],
    );

  const einwohner = async (ags: string) =>
    (await world.deps.world()).territory.einwohnerByAgs.get(ags)?.[0]?.zahl ?? assert.fail(ags);

  test('before the first count nothing is known', async () => {
    assert.deepEqual(await readPublished(world.deps), { stand: null, haeufigkeiten: [] });
  });

  test('the median of five that counted and share is published; four, estimates and who does not share are not', async () => {
    for (const [place, ags] of teilende.entries()) {
      await state(ags, 'L00010', Math.round(((await einwohner(ags)) * (place + 1)) / 1000));
      if (place > 0) await state(ags, 'L00011', 100);
      await state(ags, 'L00012', 100, place === 0 ? 'geschaetzt' : 'gezaehlt');
    }
    await state(stumme, 'L00010', 1_000_000);
    await state(stumme, 'L00011', 100);
    await publishHaeufigkeiten(world.deps);
    const { stand, haeufigkeiten } = await readPublished(world.deps);
    assert.equal(stand, '2026-11-21');
    assert.deepEqual(
      haeufigkeiten.map(({ leistungId, kommunen }) => [leistungId, kommunen]),
      [['L00010', 5]],
    );
    const rate = haeufigkeiten[0]?.jeMillion ?? 0;
    assert.ok(Math.abs(rate - 3_000) <= 25, `about 3 per 1,000 inhabitants: ${rate}`);
  });

  test('the same result makes no new count, another one takes its place', async () => {
    const version = () => world.deps.db.withPublic(haeufigkeitVersion);
    const before = await version();
    await publishHaeufigkeiten(world.deps);
    assert.equal(await version(), before);
    for (const ags of teilende) await state(ags, 'L00013', 50);
    await publishHaeufigkeiten(world.deps);
    assert.ok((await version()) > before);
    assert.deepEqual(
      (await readPublished(world.deps)).haeufigkeiten.map(({ leistungId }) => leistungId),
      ['L00010', 'L00013'],
    );
  });

  test('a number that was taken back counts no more', async () => {
    for (const ags of teilende) await state(ags, 'L00014', 50);
    await publishHaeufigkeiten(world.deps);
    const published = async () =>
      (await readPublished(world.deps)).haeufigkeiten.map(({ leistungId }) => leistungId);
    assert.deepEqual(await published(), ['L00010', 'L00013', 'L00014']);
    await world.t.superuser.query(
      `insert into compass.stand (tenant_id, leistung_id, fassung, ags, gilt_ab, angegeben_am)
        values ($1, 'L00014', 2, '05766008', '2026-11-20', now())`,
      [tenants.get('05766008')],
    );
    await publishHaeufigkeiten(world.deps);
    assert.deepEqual(await published(), ['L00010', 'L00013']);
  });

  test('a Kommune that takes its consent back is counted no more', async () => {
    await world.t.superuser.query(
      `update identity.einwilligung set valid_to = '2026-11-20' where tenant_id = $1`,
      [tenants.get('05766012')],
    );
    await publishHaeufigkeiten(world.deps);
    assert.deepEqual((await readPublished(world.deps)).haeufigkeiten, []);
  });
});
