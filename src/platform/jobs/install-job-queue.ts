import pg from 'pg';

/** The schema of the job queue; it belongs to the group leitwerk_relay, whose members row-level security leaves free. */
export const queueSchema = 'graphile_worker';

/**
 * Makes or updates the tables of the job queue. They are made as the group `leitwerk_relay`, because the queue's
 * row-level security has no policies: only the owner of its tables can work with them.
 */
export async function installJobQueue(ownerUrl: string): Promise<void> {
  const { Logger, runMigrations } = await import('graphile-worker');
  const pool = new pg.Pool({ connectionString: ownerUrl, max: 1 });
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  try {
    await prepareSchema(pool);
    await pool.query('set role leitwerk_relay');
    await runMigrations({ pgPool: pool, schema: queueSchema, logger: new Logger(() => () => {}) });
  } finally {
    await pool.end();
  }
}

async function prepareSchema(pool: pg.Pool): Promise<void> {
  const { rows } = await pool.query<{ made: boolean; superuser: boolean }>(
    `select to_regclass('${queueSchema}.migrations') is not null as made, rolsuper as superuser
      from pg_roles where rolname = current_user`,
  );
  if (!rows[0]?.superuser) await pool.query('grant leitwerk_relay to current_user');
  if (rows[0]?.made) return;
  await pool.query(`create schema if not exists ${queueSchema} authorization leitwerk_relay`);
  // The library would create schema and this table itself, which takes a right on the whole database.
  await pool.query('set role leitwerk_relay');
  await pool.query(`create table if not exists ${queueSchema}.migrations
    (id int primary key, ts timestamptz not null default now(), breaking boolean not null default false)`);
}
