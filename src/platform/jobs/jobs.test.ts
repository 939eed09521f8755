import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { actorOf, parseTenantId } from '../database/tx.ts';
import { createLogger } from '../log.ts';
import { startScript } from '../testing/temp-installation.ts';
import { type TestDatabase, testDatabase } from '../testing/test-database.ts';
import { until } from '../testing/until.ts';
import { installJobQueue } from './install-job-queue.ts';
import { runDueMaintenance } from './maintenance.ts';
import { publish } from './publish.ts';
import { type EventHandlers, runWorker } from './run-worker.ts';
import { failInterruptedVorgaenge, interruptedMessage } from './sweep-vorgaenge.ts';
import { failVorgang, finishVorgang, readVorgang, reportVorgang, startVorgang } from './vorgang.ts';

const logger = createLogger('silent', 'test');
const somebody = actorOf('mitglied', 'm');
const lemgo = parseTenantId('00000000-0000-4000-8000-000000000001');
const detmold = parseTenantId('00000000-0000-4000-8000-000000000002');
assert.ok(lemgo && detmold);

async function withWorker(t: TestDatabase, handlers: EventHandlers, fn: () => Promise<void>): Promise<void> {
  const worker = await runWorker({ relayUrl: t.urls.relay, handlers, logger });
  try {
    await fn();
  } finally {
    await worker.stop();
  }
}

async function waitingEvents(t: TestDatabase): Promise<number> {
  const { rows } = await t.superuser.query('select count(*)::int as n from platform.outbox');
  return rows[0].n;
}

test('an event reaches its handler once, with tenant and payload; one that rolled back reaches nobody', async () => {
  await using t = await testDatabase();
  await installJobQueue(t.ownerUrl);
  const seen: unknown[] = [];
  const handlers: EventHandlers = {
    'thing.made': async (payload, { tenant }) => {
      seen.push([payload, tenant]);
    },
  };
  await t.db.withTenant(lemgo, somebody, (tx) => publish(tx, 'thing.made', { id: 'before' }));
  await withWorker(t, handlers, async () => {
    await until(() => seen.length === 1);
    await t.db.withTenant(lemgo, somebody, (tx) => publish(tx, 'thing.made', { id: 'after' }));
    const failing = t.db.withTenant(lemgo, somebody, async (tx) => {
      await publish(tx, 'thing.made', { id: 'never' });
      throw new Error('no');
    });
    await assert.rejects(failing, /no/);
    await until(() => seen.length === 2);
    await until(async () => (await waitingEvents(t)) === 0);
  });
  assert.deepEqual(seen, [
    [{ id: 'before' }, lemgo],
    [{ id: 'after' }, lemgo],
  ]);
});

test('the worker hears of an event when its transaction has committed, without looking by itself', async () => {
  await using t = await testDatabase();
  await installJobQueue(t.ownerUrl);
  const took: number[] = [];
  let sentAt = 0;
  const handlers: EventHandlers = { 'thing.made': async () => void took.push(performance.now() - sentAt) };
  await withWorker(t, handlers, async () => {
    for (let n = 1; n <= 5; n += 1) {
      sentAt = performance.now();
      await t.db.withTenant(lemgo, somebody, (tx) => publish(tx, 'thing.made', { n }));
      await until(() => took.length === n);
    }
  });
  // By itself it looks every five seconds; on a machine that is busy one or two may come late.
  assert.ok((took.toSorted((a, b) => a - b)[2] ?? 0) < 2_000, String(took));
});

test('a handler that fails is tried again, and the event waits as long', async () => {
  await using t = await testDatabase();
  await installJobQueue(t.ownerUrl);
  const attempts: number[] = [];
  await t.db.withTenant(lemgo, somebody, (tx) => publish(tx, 'flaky', {}));
  const flaky = async (_: unknown, { attempt }: { attempt: number }) => {
    attempts.push(attempt);
    if (attempt === 1) throw new Error('not yet');
  };
  await withWorker(t, { flaky }, async () => {
    await until(() => attempts.length === 1);
    assert.equal(await waitingEvents(t), 1);
    await until(async () => (await waitingEvents(t)) === 0);
  });
  assert.deepEqual(attempts, [1, 2]);
});

test('what a killed worker had in hand is taken up at once by the next', async () => {
  await using t = await testDatabase();
  await installJobQueue(t.ownerUrl);
  const script = startScript(join(import.meta.dirname, '../testing/hanging-worker.ts'), [t.urls.relay]);
  await t.db.withTenant(lemgo, somebody, (tx) => publish(tx, 'long.work', { vorgang: 'v1' }));
  await script.says('took v1');
  script.child.kill('SIGKILL');
  await script.ended;
  const taken: number[] = [];
  const started = Date.now();
  await withWorker(t, { 'long.work': async () => void taken.push(1) }, () => until(() => taken.length === 1));
  assert.ok(Date.now() - started < 6_000);
  assert.equal(await waitingEvents(t), 0);
});

test('the worker outlives a broken connection', async () => {
  await using t = await testDatabase();
  await installJobQueue(t.ownerUrl);
  const seen: number[] = [];
  await withWorker(t, { ping: async () => void seen.push(1) }, async () => {
    await t.superuser.query(
      'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
    );
    await delay(100);
    await t.db.withTenant(lemgo, somebody, (tx) => publish(tx, 'ping', {})).catch(() => {});
    await t.db.withTenant(lemgo, somebody, (tx) => publish(tx, 'ping', {}));
    await until(() => seen.length >= 1);
  });
});

test('a job that the worker had finished and a crash of PostgreSQL brought back is done again', async () => {
  await using t = await testDatabase();
  await installJobQueue(t.ownerUrl);
  const seen: unknown[] = [];
  const handlers: EventHandlers = { 'thing.made': async (payload) => void seen.push(payload) };
  await withWorker(t, handlers, async () => {
    await t.db.withTenant(lemgo, somebody, (tx) => publish(tx, 'thing.made', { n: 1 }));
    await until(async () => seen.length === 1 && (await waitingEvents(t)) === 0);
    // So it looks after the crash: event and job are there again, and the job is locked by the worker that lives.
    await t.superuser.query(`do $$
      declare event bigint; job bigint;
      begin
        insert into platform.outbox (tenant_id, event, payload, relayed_at)
          values ('${lemgo}', 'thing.made', '{"n": 2}', now()) returning id into event;
        job := (graphile_worker.add_job('thing.made', json_build_object('id', event))).id;
        update graphile_worker._private_jobs set locked_at = now(),
          locked_by = (select worker_id from platform.job_worker limit 1) where id = job;
      end $$`);
    await t.superuser.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
        where datname = current_database() and pid <> pg_backend_pid()`,
    );
    await until(() => seen.length === 2);
    await until(async () => (await waitingEvents(t)) === 0);
  });
  assert.deepEqual(seen, [{ n: 1 }, { n: 2 }]);
});

test('a Vorgang is seen by its own tenant only, and what is over stays as it is', async () => {
  await using t = await testDatabase();
  const id = await t.db.withTenant(lemgo, somebody, (tx) => startVorgang(tx, 'import', 'wartet'));
  const seen = await t.db.withTenant(lemgo, somebody, async (tx) => {
    assert.equal(await reportVorgang(tx, id, { percent: 41.6, message: '4 von 10' }), true);
    const running = await readVorgang(tx, id);
    assert.deepEqual([running?.state, running?.percent, running?.message], ['running', 42, '4 von 10']);
    assert.equal(await finishVorgang(tx, id, 'fertig', { zeilen: 10 }), true);
    assert.equal(await reportVorgang(tx, id, { percent: 50, message: 'zurück' }), false);
    assert.equal(await failVorgang(tx, id, 'doch nicht'), false);
    return readVorgang(tx, id);
  });
  assert.deepEqual([seen?.state, seen?.percent, seen?.result], ['done', 100, { zeilen: 10 }]);
  assert.equal(await t.db.withTenant(detmold, somebody, (tx) => readVorgang(tx, id)), null);
  const operator = actorOf('betreiber', 'b');
  const own = await t.db.withReference(operator, (tx) => startVorgang(tx, 'import'));
  assert.ok(await t.db.withReference(operator, (tx) => readVorgang(tx, own)));
  assert.equal(await t.db.withTenant(lemgo, somebody, (tx) => readVorgang(tx, own)), null);
});

test('a Vorgang whose process is gone for good is marked as failed; one whose event waits is not', async () => {
  await using t = await testDatabase();
  const [lost, waiting, fresh] = await t.db.withTenant(lemgo, somebody, async (tx) => {
    const ids = [
      await startVorgang(tx, 'a'),
      await startVorgang(tx, 'b'),
      await startVorgang(tx, 'c'),
    ] as const;
    await publish(tx, 'b', { vorgang: ids[1] });
    return ids;
  });
  await t.superuser.query(
    `update platform.vorgang set reported_at = now() - interval '11 minutes' where id <> $1`,
    [fresh],
  );
  assert.equal(await failInterruptedVorgaenge(t.superuser), 1);
  const states = await t.db.withTenant(lemgo, somebody, async (tx) => [
    (await readVorgang(tx, lost))?.message,
    (await readVorgang(tx, waiting))?.state,
    (await readVorgang(tx, fresh))?.state,
  ]);
  assert.deepEqual(states, [interruptedMessage, 'queued', 'queued']);
});

test('a recurring task runs when it is due, once for all workers, and a failing one harms no other', async () => {
  await using t = await testDatabase();
  const ran: string[] = [];
  const tasks = [
    { name: 'broken', everyMinutes: 5, run: async () => Promise.reject(new Error('no')) },
    { name: 'tidy', everyMinutes: 5, run: async () => void ran.push('tidy') },
  ];
  await Promise.all([1, 2, 3].map(() => runDueMaintenance(t.superuser, tasks, logger)));
  assert.deepEqual(ran, ['tidy']);
  await t.superuser.query(`update platform.maintenance set last_started_at = now() - interval '6 minutes'`);
  await runDueMaintenance(t.superuser, tasks, logger);
  assert.deepEqual(ran, ['tidy', 'tidy']);
});

test('events that nobody listens to are kept for 30 days and then go; the outbox does not grow for ever', async () => {
  await using t = await testDatabase();
  await installJobQueue(t.ownerUrl);
  const say = (event: string, n: number) =>
    t.db.withTenant(lemgo, somebody, async (tx) => {
      for (let i = 0; i < n; i += 1) await publish(tx, event, { i });
    });
  await say('nobody.listens', 40);
  await say('somebody.listens', 1);
  await t.superuser.query(`update platform.outbox set created_at = now() - interval '31 days'`);
  await say('nobody.listens', 2);
  let heard = 0;
  const handlers: EventHandlers = {
    'somebody.listens': async () => {
      heard += 1;
    },
  };
  await withWorker(t, handlers, () => until(async () => heard === 1 && (await waitingEvents(t)) === 2));
});
