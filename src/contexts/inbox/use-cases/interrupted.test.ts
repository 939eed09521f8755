import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Database, Tx } from '#platform';
import { countOf, need } from '../../delivery/testing/world.ts';
import { arrived, type InboxWorld, openWorld, otherAuthority, says, send } from '../testing/world.ts';
import { maintainInbox } from './delete-due.ts';
import { forward } from './forward.ts';
import { openEingang } from './read.ts';
import { receive } from './receive.ts';
import { decide, take } from './work.ts';

class Stopped extends Error {}

const nummer = 'LEM-2026-000001';

/** A database whose process stops before the `count`th statement of all transactions. */
function stoppingAt(db: Database, count: number): Database {
  let done = 0;
  const stopping = (tx: Tx): Tx => ({
    ...tx,
    as: <Tables>() => {
      done += 1;
      if (done === count) throw new Stopped();
      return tx.as<Tables>();
    },
  });
  return {
    ...db,
    withPublic: (fn) => db.withPublic((tx) => fn(stopping(tx))),
    withTenant: (tenant, actor, fn) => db.withTenant(tenant, actor, (tx) => fn(stopping(tx))),
  };
}

/** Runs `attempt` stopped one statement later each time, until it ends; returns how often it was stopped. */
async function stopEverywhere(
  world: InboxWorld,
  attempt: (deps: InboxWorld['deps']) => Promise<unknown>,
  afterStop: () => Promise<void>,
): Promise<number> {
  for (let count = 1; ; count += 1) {
    const db = stoppingAt(world.deps.db, count);
    try {
      await attempt({ ...world.deps, db, delivery: { ...world.deps.delivery, db } });
      return count - 1;
    } catch (error) {
      if (!(error instanceof Stopped)) throw error;
      await afterStop();
    }
  }
}

async function rows(world: InboxWorld): Promise<readonly number[]> {
  const counts: number[] = [];
  for (const table of ['inbox.eingang', 'inbox.eintrag', 'inbox.post'])
    counts.push(await countOf(world.delivery, table));
  return counts;
}

test('wherever the worker is stopped there is no half a case, and at last there is one with all that was written', async () => {
  await using world = await openWorld();
  const submissionId = await send(world, { file: 'Nachweis' });
  await says(world, submissionId, 'nachricht', 'Noch etwas');
  const stops = await stopEverywhere(
    world,
    async (deps) => need(await receive(deps, { submissionId, tenant: world.tenant })),
    async () => {
      assert.deepEqual(await rows(world), [0, 0, 1]);
      const { rows: state } = await world.delivery.t.superuser.query('select state from delivery.submission');
      assert.deepEqual(state, [{ state: 'submitted' }]);
    },
  );
  assert.ok(stops >= 15, `stopped ${stops} times`);
  assert.deepEqual(await rows(world), [1, 2, 0]);
});

test('wherever a decision is stopped the case is undecided, and at last it is decided once', async () => {
  await using world = await openWorld();
  await arrived(world);
  need(await take(world.deps, world.anna, { nummer, version: 1 }));
  const input = { nummer, version: 2, ergebnis: 'stattgegeben', text: '' } as const;
  const stops = await stopEverywhere(
    world,
    async (deps) => need(await decide(deps, world.anna, input)),
    async () => {
      const { eingang, verlauf } = need(await openEingang(world.deps, world.anna, nummer));
      assert.deepEqual([eingang.zustand, eingang.version, verlauf.length], ['in-bearbeitung', 2, 2]);
    },
  );
  assert.ok(stops >= 8, `stopped ${stops} times`);
  const { verlauf } = need(await openEingang(world.deps, world.anna, nummer));
  assert.equal(verlauf.filter(({ art }) => art === 'entschieden').length, 1);
});

test('wherever forwarding is stopped the case is at one office, and at last at the other once', async () => {
  await using world = await openWorld();
  await arrived(world);
  const { zustellpunkt } = await otherAuthority(world);
  const input = { nummer, version: 1, ziel: zustellpunkt, text: 'Für Sie.' };
  const stops = await stopEverywhere(
    world,
    async (deps) => need(await forward(deps, world.anna, input)),
    async () => {
      const { eingang } = need(await openEingang(world.deps, world.anna, nummer));
      assert.equal(eingang.zustand, 'neu');
      assert.equal(await countOf(world.delivery, 'delivery.submission'), 1);
    },
  );
  assert.ok(stops >= 20, `stopped ${stops} times`);
  assert.equal(await countOf(world.delivery, 'delivery.submission'), 2);
});

test('wherever a deletion is stopped the case is whole, and at last it is gone with one line of proof', async () => {
  await using world = await openWorld();
  await arrived(world);
  need(await take(world.deps, world.anna, { nummer, version: 1 }));
  need(await decide(world.deps, world.anna, { nummer, version: 2, ergebnis: 'abgelehnt', text: '' }));
  world.delivery.turnClock(366);
  const stops = await stopEverywhere(world, maintainInbox, async () =>
    assert.deepEqual(await rows(world), [1, 3, 0]),
  );
  assert.ok(stops >= 6, `stopped ${stops} times`);
  const { rows: proof } = await world.delivery.t.superuser.query(
    `select 1 from platform.audit where action = 'inbox.eingang.deleted'`,
  );
  assert.equal(proof.length, 1);
});
