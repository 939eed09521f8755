import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { sql } from 'kysely';
import { openOffers } from '#applications';
import type { Onlinedienst } from '#forms/onlinedienst';
import { clockFrom, localDate } from '#kernel';
import { createEffectives, openServing } from '#overlays';
import { type InForceReader, openInForce } from '#parameters';
import { actorOf, type Database, openDatabase, type Tx } from '#platform';
import {
  type ApplicationsWorld,
  openApplicationsWorld,
  setParameter,
  valueIn,
} from '../contexts/applications/testing/applications-world.ts';
import { shippedDienst } from '../contexts/forms/testing/build.ts';
import { hundValues } from '../contexts/forms/testing/kommune-values.ts';

const dienst = 'hund-anmelden';
const actor = actorOf('system', 'test');
const clock = clockFrom(() => new Date('2026-11-21T08:00:00Z'));
const frist = 'Melden Sie den Hund in zwei Wochen an (erfunden).';

/** What a process of its own holds and asks. */
interface Process {
  readonly db: Database;
  readonly counting: InForceReader;
  readonly frist: (site?: 'lemgo' | 'detmold', at?: string) => Promise<string | undefined>;
}

describe('What counts in a Kommune is kept in memory', () => {
  let world: ApplicationsWorld;
  let one: Process;
  let other: Process;
  let base: Onlinedienst;
  before(async () => {
    world = await openApplicationsWorld();
    await connectDetmold(world);
    base = await shippedDienst(dienst);
    one = processOf(world, world.t.db);
    other = processOf(world, openDatabase(world.t.urls.app, { max: 2 }));
  });
  after(async () => {
    await other.db.close();
    await world[Symbol.asyncDispose]();
  });

  it('and worked out once: later requests read only the Stand', async () => {
    assert.equal(await one.frist(), frist);
    const asked = { date: localDate('2026-11-21') };
    const read = () =>
      one.db.withTenant(world.lemgo.tenant, actor, (tx) => one.counting(tx, base, world.lemgo, asked));
    const [first, second] = [valueIn(await read()), valueIn(await read())];
    assert.equal(first, second, 'the same object');
  });

  it('a change by another process is seen by the first request after the commit', async () => {
    for (let turn = 0; turn < 20; turn += 1) {
      const said = `In ${turn} Tagen (erfunden).`;
      assert.notEqual(await one.frist(), said);
      await other.db.withTenant(world.lemgo.tenant, actor, (tx) => insert(tx, 'anmeldefrist', said));
      assert.equal(await one.frist(), said);
      assert.equal(await other.frist(), said);
    }
  });

  it('what a Land states, and a layer that it publishes, count at once too', async () => {
    await one.frist('detmold');
    await world.owner(
      `insert into efa.vorgabe (tenant_id, dienst, gebiet, name, wert, verbindlich, grundlage, sagt, gilt_ab, erfasst_am, erfasst_von)
        values ($1, $2, '05', 'anmeldefrist', '"Vier Wochen."', true, 'Norm (erfunden)', 'Land', '2026-01-01', '2026-01-01', 'test')`,
      [world.lemgo.tenant, dienst],
    );
    assert.equal(await one.frist('detmold'), 'Vier Wochen.');
    await layer(world, 'Sechs Wochen.');
    assert.equal(await one.frist('detmold'), 'Sechs Wochen.');
    assert.equal(await one.frist('detmold', '2026-11-01T00:00:00Z'), 'Vier Wochen.', 'known before');
  });

  it('what was written and taken back is never found again, whatever is written next', async () => {
    const rolledBack = one.db.withTenant(world.detmold.tenant, actor, async (tx) => {
      await insert(tx, 'bearbeitungszeit', 'Nie gesagt.');
      const read = await one.counting(tx, base, world.detmold, {
        date: localDate('2026-11-21'),
      });
      assert.equal(valueIn(read).stated.bearbeitungszeit, 'Nie gesagt.', 'seen by who writes it');
      throw new Error('taken back');
    });
    await assert.rejects(rolledBack, /taken back/);
    await other.db.withTenant(world.detmold.tenant, actor, (tx) =>
      insert(tx, 'bearbeitungszeit', 'Wirklich gesagt.'),
    );
    const read = await one.db.withTenant(world.detmold.tenant, actor, async (tx) =>
      one.counting(tx, base, world.detmold, { date: localDate('2026-11-21') }),
    );
    assert.equal(valueIn(read).stated.bearbeitungszeit, 'Wirklich gesagt.');
  });

  it('nobody ever gets what another Kommune says, nor anything without being it', async () => {
    const asked = { date: localDate('2026-11-21') };
    const names = await Promise.all(
      Array.from({ length: 60 }, async (_, turn) => {
        const site = turn % 2 === 0 ? world.lemgo : world.detmold;
        const place = turn % 3 === 0 ? world.lemgo : site;
        const read = await one.db.withTenant(site.tenant, actor, (tx) =>
          one.counting(tx, base, place, asked),
        );
        return [site.name, valueIn(read).stated.kommuneName];
      }),
    );
    for (const [site, said] of names) assert.equal(said, site);
    const public_ = await one.db.withPublic((tx) => one.counting(tx, base, world.lemgo, asked));
    assert.ok(!public_.ok || Object.keys(public_.value.stated).length === 0);
  });

  it('an Antrag keeps the law of its arrival beside those of today', async () => {
    await world.owner(
      `insert into efa.parameter (tenant_id, dienst, name, wert, gilt_ab, erfasst_am, erfasst_von)
        values ($1, $2, 'bearbeitungszeit', '"Ab Januar."', '2027-01-01', '2026-12-10T10:00:00Z', 'test')`,
      [world.lemgo.tenant, dienst],
    );
    const said = (date: string, knownAt: string) =>
      one.db.withTenant(world.lemgo.tenant, actor, async (tx) => {
        const moment = { date: localDate(date), knownAt: new Date(knownAt) };
        return valueIn(await one.counting(tx, base, world.lemgo, moment)).stated.bearbeitungszeit;
      });
    for (let turn = 0; turn < 3; turn += 1) {
      assert.equal(await said('2027-01-02', '2027-01-02T12:00:00Z'), 'Ab Januar.');
      assert.notEqual(await said('2026-12-31', '2026-12-31T12:00:00Z'), 'Ab Januar.');
      assert.notEqual(await said('2027-01-02', '2026-12-05T12:00:00Z'), 'Ab Januar.');
    }
  });

  it('never takes more memory than it may, however many Kommunen ask', async () => {
    const most = 10_000;
    const small = openInForce(openServing(createEffectives()), most);
    for (const site of [world.lemgo, world.detmold])
      for (let days = 1; days < 30; days += 1)
        await one.db.withTenant(site.tenant, actor, async (tx) => {
          const date = localDate(`2026-11-${String(days).padStart(2, '0')}`);
          valueIn(await small(tx, base, site, { date, knownAt: new Date(`${date}T08:00:00Z`) }));
          assert.ok(small.kept().weight <= most);
        });
    assert.ok(one.counting.kept().entries >= 2);
  });
});

function processOf(world: ApplicationsWorld, db: Database): Process {
  const counting = openInForce(openServing(createEffectives()));
  const offers = openOffers(clock, undefined, counting);
  return {
    db,
    counting,
    frist: (site = 'lemgo', at) =>
      db.withTenant(world[site].tenant, actor, async (tx) => {
        if (at === undefined)
          return valueIn(await offers.read(tx, world[site], dienst)).context.parameters.single
            .anmeldefrist as string;
        const made = {
          dienst,
          fassung: '1',
          eingangstag: localDate('2026-11-21'),
          eingegangenAm: new Date(at),
        };
        const version = valueIn(await offers.version(tx, world[site], made));
        return version.onArrival.parameters.single.anmeldefrist as string;
      }),
  };
}

async function connectDetmold({ owner, detmold }: ApplicationsWorld): Promise<void> {
  await owner(
    `insert into efa.anbindung (tenant_id, dienst, ags, fassung, zustand, version, geaendert_am, geaendert_von)
      values ($1, $2, $3, '1', 'live', 1, '2026-01-01', 'test')`,
    [detmold.tenant, dienst, detmold.ags],
  );
  await owner(
    `insert into efa.live_dienst (tenant_id, dienst, ags, kommune, fassung, titel, leika, seit, stellen)
      values ($1, $2, $3, 'Detmold', '1', 'Hund anmelden', '{}', '2026-01-01', '[]')`,
    [detmold.tenant, dienst, detmold.ags],
  );
  for (const [name, value] of Object.entries({ ...hundValues, kommuneName: 'Detmold' }))
    await setParameter(owner, detmold, dienst, name, value, '2026-01-01');
}

/** A Kommune says something, as itself. */
async function insert(tx: Tx, name: string, said: string): Promise<void> {
  await sql`insert into efa.parameter (tenant_id, dienst, name, wert, gilt_ab, erfasst_am)
    values (${tx.tenant}, ${dienst}, ${name}, ${JSON.stringify(said)}::jsonb, '2026-11-01', '2026-11-01')`.execute(
    tx.as(),
  );
}

/** The Land binds a value by a layer that is known from 15 November on. */
async function layer({ owner, lemgo }: ApplicationsWorld, said: string): Promise<void> {
  const inhalt = {
    ...{ format: 'leitwerk/overlay@1', dienst, level: 'land', gebiet: '05', name: 'Land NRW', version: 1 },
    basis: { from: 1 },
    changes: [],
    values: { anmeldefrist: { value: said, binding: true } },
  };
  await owner(
    `insert into overlays.schicht (tenant_id, dienst, ebene, gebiet, version, inhalt, veroeffentlicht_am, veroeffentlicht_von)
      values ($1, $2, 'land', '05', 1, $3, '2026-11-15', 'test')`,
    [lemgo.tenant, dienst, JSON.stringify(inhalt)],
  );
}
