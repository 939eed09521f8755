import type pg from 'pg';
import { queueSchema } from './install-job-queue.ts';

const lockClass = 7_243_914;

/** How other workers see that this one lives: an advisory lock that ends with its connection. */
export interface WorkerLease {
  /** Takes the lock on a new connection and enters the names of this process's workers again. */
  readonly hold: (client: pg.ClientBase) => Promise<void>;
  readonly add: (pool: pg.Pool, workerId: string) => Promise<void>;
  /** Frees what the workers of this process had taken, and forgets their names: they have stopped. */
  readonly release: (pool: pg.Pool) => Promise<void>;
  /** Frees at once what dead workers had taken; returns their names. */
  readonly freeDead: (client: pg.ClientBase) => Promise<readonly string[]>;
  /** Removes this process's entries at a clean end. */
  readonly end: (pool: pg.Pool) => Promise<void>;
}

/** Makes the lease of this process. */
export async function createWorkerLease(pool: pg.Pool): Promise<WorkerLease> {
  const { rows } = await pool.query<{ number: number }>(
    `select nextval('platform.job_worker_lock')::int as number`,
  );
  const number = rows[0]?.number ?? 0;
  const own = new Set<string>();
  const enter = (db: pg.ClientBase | pg.Pool) =>
    db.query(
      `insert into platform.job_worker (worker_id, lock_number) select unnest($1::text[]), $2
        on conflict (worker_id) do nothing`,
      [[...own], number],
    );
  return {
    hold: async (client) => {
      await client.query('select pg_advisory_lock($1, $2)', [lockClass, number]);
      await enter(client);
    },
    add: async (db, workerId) => {
      own.add(workerId);
      await enter(db);
    },
    release: async (db) => {
      const names = [...own];
      await db.query(`select ${queueSchema}.force_unlock_workers($1)`, [names]);
      await db.query('delete from platform.job_worker where worker_id = any($1)', [names]);
      for (const name of names) own.delete(name);
    },
    freeDead: (client) => freeDead(client, number, own),
    end: async (db) => {
      await db.query('delete from platform.job_worker where lock_number = $1', [number]);
    },
  };
}

async function freeDead(
  client: pg.ClientBase,
  number: number,
  own: ReadonlySet<string>,
): Promise<readonly string[]> {
  const dead = [...(await unknownWorkers(client))].filter((name) => !own.has(name));
  const others = await client.query<{ lock_number: number; names: string[] }>(
    `select lock_number, array_agg(worker_id) as names from platform.job_worker
      where lock_number <> $1 group by lock_number`,
    [number],
  );
  for (const { lock_number: other, names } of others.rows) {
    if (!(await tryLock(client, other))) continue;
    dead.push(...names);
    await client.query('delete from platform.job_worker where lock_number = $1', [other]);
    await client.query('select pg_advisory_unlock($1, $2)', [lockClass, other]);
  }
  if (dead.length > 0) await client.query(`select ${queueSchema}.force_unlock_workers($1)`, [dead]);
  return dead;
}

async function tryLock(client: pg.ClientBase, number: number): Promise<boolean> {
  const { rows } = await client.query<{ got: boolean }>('select pg_try_advisory_lock($1, $2) as got', [
    lockClass,
    number,
  ]);
  return rows[0]?.got ?? false;
}

/** Workers that took a job and were killed before they could enter their name. */
async function unknownWorkers(client: pg.ClientBase): Promise<readonly string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select distinct locked_by as name from ${queueSchema}.jobs
      where locked_at < now() - interval '60 seconds'
        and locked_by not in (select worker_id from platform.job_worker)`,
  );
  return rows.map(({ name }) => name);
}
