import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import { clockFrom } from '#kernel';
import { toJson } from '../domain/json.ts';
import { stelle2026, weights } from '../testing/bills.ts';
import {
  type CostsWorld,
  dienst,
  furnished,
  openCostsWorld,
  planWith,
  refusalIn,
  valueIn,
} from '../testing/costs-world.ts';
import { planstand, savePlan } from './plan.ts';
import { openPlanbilder, type Planbilder } from './planbild.ts';
import { veroeffentlichePreis } from './preis.ts';

describe('what the page of a plan shows is made once and holds until something changes', () => {
  let world: CostsWorld;
  let bilder: Planbilder;
  before(async () => {
    world = await openCostsWorld();
    await furnished(world);
    await furnished(world, 2027);
    await furnished(world, 2028);
  });
  beforeEach(() => {
    bilder = openPlanbilder(world.deps);
  });
  after(() => world[Symbol.asyncDispose]());

  const look = async (jahr = 2026) => valueIn(await bilder(world.manager, { ...stelle2026, jahr }));
  const saved = async (more: Parameters<typeof planWith>[0]) => {
    const { plan } = valueIn(await planstand(world.deps, world.manager, stelle2026));
    const wish = { ...stelle2026, grundlage: plan.fassung, inhalt: planWith(more) };
    valueIn(await savePlan(world.deps, world.manager, wish));
  };
  /** What is kept is what would be made now. */
  const isTrue = async () => {
    const fresh = valueIn(await openPlanbilder(world.deps)(world.manager, stelle2026));
    assert.deepEqual(await look(), fresh);
    return fresh;
  };
  const sums = ({ rechnung }: Awaited<ReturnType<typeof look>>) =>
    rechnung.ok ? rechnung.value : assert.fail('cannot be apportioned');

  test('two looks at a plan that nobody changed are one piece of work, also with another plan in between', async () => {
    const first = await look();
    await look(2027);
    assert.equal(await look(), first);
    assert.equal(sums(first).zahler, 2);
    assert.ok(!JSON.stringify(toJson(first.zusammen)).includes('Detmold'), 'no payer is kept');
    assert.ok(
      first.zusammen.schluessel.every((key) => !('werte' in key)),
      'no weight is kept',
    );
  });

  test('a changed plan, a changed key, and a price label in between', async () => {
    await look();
    await saved({ titel: 'Hund und Katze anmelden' });
    assert.equal((await look()).plan.inhalt.titel, 'Hund und Katze anmelden');
    await isTrue();
    await weights(world, { '05766044': '40000' });
    assert.equal((await look()).rechnung.ok, false, 'Detmold has no weight any more');
    await weights(world, { '05766044': '40000', '05766020': '74000', '05766008': '1' });
    await isTrue();
    const before = await look();
    valueIn(await veroeffentlichePreis(world.deps, world.manager, stelle2026));
    assert.equal(await look(), before);
  });

  test('cases that are counted anew, also where one Kommune has one more and another one less; and a new day', async () => {
    const preis = { art: 'je-fall', preisCent: '250' } as const;
    const [position] = planWith().positionen;
    assert.ok(position);
    await saved({
      positionen: [{ ...position, betrag: preis, schluessel: 'nutzung' }],
      schluessel: [{ art: 'nutzung', id: 'nutzung', jahr: 2026 }],
    });
    const counted = async (ags: string, anzahl: number) => {
      const payer = world.kommunen.find(({ kommune }) => kommune.ags === ags) ?? assert.fail();
      await world.t.superuser.query(
        `insert into costs.nutzung (tenant_id, dienst, monat, ags, recipient_id, anzahl, gezaehlt_am)
          values ($1, $2, '2026-03-01', $3, $4, $5, '2026-11-22T10:00:00Z')
          on conflict (tenant_id, dienst, monat) do update set anzahl = excluded.anzahl`,
        [payer.kommune.tenant, dienst, ags, world.manager.anbieter.tenant, anzahl],
      );
    };
    await counted('05766044', 10);
    await counted('05766020', 20);
    assert.equal(sums(await look()).summe.kosten, 7_500n);
    await counted('05766044', 11);
    assert.equal(sums(await look()).summe.kosten, 7_750n);
    const before = await look();
    await counted('05766020', 19);
    await counted('05766044', 12);
    assert.notEqual(await look(), before, 'the same sum at the same moment, and other counts');
    await isTrue();
    let now = new Date('2026-11-22T12:00:00Z');
    bilder = openPlanbilder({ ...world.deps, clock: clockFrom(() => now) });
    const today = await look();
    now = new Date('2026-11-23T12:00:00Z');
    assert.match((await look()).zusammen.schluessel[0]?.quelle ?? '', /gezählt bis 23\.11\.2026/);
    assert.match(today.zusammen.schluessel[0]?.quelle ?? '', /gezählt bis 22\.11\.2026/);
  });

  test('the counts of a whole country are read, some 130,000 in a year', async () => {
    await world.t.superuser.query(
      `insert into costs.nutzung (tenant_id, dienst, monat, ags, recipient_id, anzahl, gezaehlt_am)
        select gen_random_uuid(), $1, make_date(2027, 1 + n % 12, 1), '05766044', $2, 1, '2026-11-22T10:00:00Z'
        from generate_series(1, 130000) n`,
      [dienst, world.manager.anbieter.tenant],
    );
    const { plan } = valueIn(await planstand(world.deps, world.manager, { ...stelle2026, jahr: 2027 }));
    const inhalt = planWith({
      positionen: planWith().positionen.map((one) => ({ ...one, schluessel: 'nutzung' })),
      schluessel: [{ art: 'nutzung', id: 'nutzung', jahr: 2027 }],
    });
    const wish = { ...stelle2026, jahr: 2027, grundlage: plan.fassung, inhalt };
    valueIn(await savePlan(world.deps, world.manager, wish));
    const first = await look(2027);
    assert.equal(sums(first).summe.kosten, 1_200_000n);
    assert.equal(await look(2027), first);
  });

  test('of more plans than are kept the one goes that nobody asked for longest; it is made again', async () => {
    bilder = openPlanbilder(world.deps, 2);
    const [first, second] = [await look(2026), await look(2027)];
    assert.equal(await look(2026), first);
    await look(2028);
    assert.equal(await look(2026), first);
    const again = await look(2027);
    assert.notEqual(again, second);
    assert.deepEqual(again, second);
  });

  test('a house sees its own plans only', async () => {
    await look();
    const [lemgo] = world.kommunen;
    const other = { actor: world.manager.actor, anbieter: { ...lemgo.kommune, name: 'Anderes Haus' } };
    assert.equal(refusalIn(await bilder(other, stelle2026)).code, 'COSTS_PLAN_UNKNOWN');
  });
});
