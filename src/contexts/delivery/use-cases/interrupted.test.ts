import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Tx } from '#platform';
import {
  announced,
  countOf,
  need,
  openWorld,
  openZustellpunkt,
  party,
  payload,
  sealingKey,
  sent,
  uploaded,
  type World,
} from '../testing/world.ts';
import { deliver } from './deliver.ts';
import { forwardSubmission, prepareForward } from './forward-submission.ts';
import { openSubmission } from './open-submission.ts';
import { sealSubmission } from './seal-submission.ts';

class Stopped extends Error {}

/** A transaction in which the process stops before its `count`th statement. */
function stoppingAt(tx: Tx, count: number): Tx {
  let done = 0;
  return {
    ...tx,
    as: <Tables>() => {
      done += 1;
      if (done === count) throw new Stopped();
      return tx.as<Tables>();
    },
  };
}

/** Runs `attempt` again and again, stopped one statement later each time, until it ends; returns how often it was stopped. */
async function stopEverywhere(
  attempt: (count: number) => Promise<unknown>,
  afterStop: () => Promise<void>,
): Promise<number> {
  for (let count = 1; ; count += 1) {
    try {
      await attempt(count);
      return count - 1;
    } catch (error) {
      if (!(error instanceof Stopped)) throw error;
      await afterStop();
    }
  }
}

async function rows(world: World): Promise<readonly number[]> {
  const counts: number[] = [];
  for (const table of ['delivery.submission', 'delivery.event', 'platform.outbox'])
    counts.push(await countOf(world, table));
  return counts;
}

test('wherever a delivery is stopped nothing of it remains, and at last there is one', async () => {
  await using world = await openWorld();
  const key = await sealingKey(world, await openZustellpunkt(world));
  const stored = await uploaded(world, key, 'Anlage');
  const sealed = await sealSubmission(key, payload('a', [announced(stored, 'a.pdf')]));
  const order = { idempotencyKey: 'einmal', leistung: 'hund-anmelden', now: world.clock.now() };
  const { tenant, actor } = world.portal;
  const stops = await stopEverywhere(
    (count) => world.db.withTenant(tenant, actor, (tx) => deliver(stoppingAt(tx, count), sealed, order)),
    async () => assert.deepEqual(await rows(world), [0, 0, 0]),
  );
  assert.ok(stops >= 8, `stopped ${stops} times`);
  assert.deepEqual(await rows(world), [1, 1, 1]);
});

test('wherever a hand-over is stopped the submission stays with the first office, and at last it is at the second', async () => {
  await using world = await openWorld();
  const key = await sealingKey(world, await openZustellpunkt(world));
  const kreis = party('kreis');
  const target = { tenant: kreis.tenant, zustellpunkt: await openZustellpunkt(world, kreis) };
  const { submissionId: submission } = need(await sent(world, key, payload('Bello')));
  const prepared = need(await prepareForward(world, world.office, { submission, target }));
  const { tenant, actor } = world.office;
  const now = world.clock.now();
  const stops = await stopEverywhere(
    (count) =>
      world.db.withTenant(tenant, actor, (tx) => forwardSubmission(stoppingAt(tx, count), prepared, now)),
    async () => assert.deepEqual(await rows(world), [1, 1, 1]),
  );
  assert.ok(stops >= 10, `stopped ${stops} times`);
  assert.deepEqual(await rows(world), [2, 3, 2]);
  const { rows: received } = await world.t.superuser.query(
    'select id from delivery.submission where tenant_id = $1',
    [kreis.tenant],
  );
  const opened = await world.db.withTenant(kreis.tenant, kreis.actor, (tx) =>
    openSubmission(tx, world, kreis.tenant, received[0].id),
  );
  assert.equal(Buffer.from(need(opened).data).toString(), '{"antwort":"Bello"}');
});
