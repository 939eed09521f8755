import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { sql } from 'kysely';
import { actorOf, type Tx } from '#platform';
import { dutiesWorlds, refusalIn, tenantId, valueIn } from '../efa/testing/efa-world.ts';
import { readOffices } from './store.ts';
import { filled, openPortalWorld, typedOffice, typedSite } from './testing/portal-world.ts';
import { describeOffice, removeOffice } from './use-cases/describe-office.ts';
import { describeSite } from './use-cases/describe-site.ts';
import { publishedSites, readOwn, siteBySlug } from './use-cases/read-sites.ts';

const actor = actorOf('system', 'test');

describe('Jede Kommune schreibt nur ihren eigenen Auftritt', () => {
  let duties: Awaited<ReturnType<typeof dutiesWorlds>>;
  before(async () => {
    duties = await dutiesWorlds();
  });
  const open = async () => filled(await openPortalWorld(duties));

  test('the address follows from the name of the Kommune: nobody can take that of another', async () => {
    await using world = await open();
    const site = valueIn(await describeSite(world.deps, world.detmold, { ...typedSite, version: 0 }));
    assert.deepEqual([site.slug, site.name, site.ags], ['detmold', 'Detmold', '05766020']);
    const twin = { actor, kommune: { tenant: tenantId(), ags: '05315000', name: 'Lemgo' } };
    const other = valueIn(await describeSite(world.deps, twin, { ...typedSite, version: 0 }));
    assert.equal(other.slug, 'lemgo-05315000');
    const thief = { actor, kommune: { tenant: tenantId(), ags: '05766044', name: 'Lemgo' } };
    assert.equal(
      refusalIn(await describeSite(world.deps, thief, { ...typedSite, version: 0 })).code,
      'PORTAL_SITE_TAKEN',
    );
    assert.equal((await siteBySlug(world.deps.db, 'lemgo'))?.tenant, world.lemgo.kommune.tenant);
    assert.equal((await publishedSites(world.deps)).length, 3);
  });

  test('everybody reads the sites, and no other way but the own one changes a row', async () => {
    await using world = await open();
    const { db } = world.deps;
    const [lemgo, detmold] = [world.lemgo.kommune.tenant, world.detmold.kommune.tenant];
    const ways: readonly ((fn: (tx: Tx) => Promise<number>) => Promise<number>)[] = [
      (fn) => db.withTenant(detmold, actor, fn),
      (fn) => db.withTenant(lemgo, actor, fn),
      (fn) => db.withCircle(detmold, actor, fn),
      (fn) => db.withReference(actor, fn),
      (fn) => db.withReference(actor, fn, detmold),
    ];
    for (const way of ways) {
      for (const statement of [
        sql`update portal.site set telefon = '0'`,
        sql`update portal.office set telefon = '0'`,
        sql`delete from portal.office`,
      ]) {
        const touched = await way(async (tx) =>
          Number((await statement.execute(tx.as())).numAffectedRows ?? 0),
        );
        assert.equal(touched, 0);
      }
    }
    const forged = db.withReference(
      actor,
      (tx) =>
        sql`insert into portal.office (tenant_id, id, name, anschrift, telefon, email, oeffnungszeiten, leistungen, version)
          values (${lemgo}, gen_random_uuid(), 'Falsch', '', '1', 'a@b.example', '{}', '{}', 1)`.execute(
          tx.as(),
        ),
      detmold,
    );
    await assert.rejects(forged, /row-level security/);
    assert.equal((await db.withPublic((tx) => readOffices(tx, lemgo)))[0]?.telefon, '05261 213-111');
  });

  test('an office of another Kommune can be neither changed nor removed', async () => {
    await using world = await open();
    valueIn(await describeSite(world.deps, world.detmold, { ...typedSite, version: 0 }));
    const [office] = (await readOwn(world.deps, world.lemgo)).offices;
    assert.ok(office);
    const change = { ...typedOffice, id: office.id, version: 1 };
    for (const result of [
      await describeOffice(world.deps, world.detmold, change),
      await removeOffice(world.deps, world.detmold, office.id),
    ])
      assert.equal(refusalIn(result).code, 'PORTAL_OFFICE_UNKNOWN');
  });

  test('of two editors the second learns of the first', async () => {
    await using world = await open();
    valueIn(await describeSite(world.deps, world.lemgo, { ...typedSite, version: 1 }));
    for (const version of [0, 1, 7])
      assert.equal(
        refusalIn(await describeSite(world.deps, world.lemgo, { ...typedSite, version })).code,
        'PORTAL_CHANGED_MEANWHILE',
      );
  });
});
