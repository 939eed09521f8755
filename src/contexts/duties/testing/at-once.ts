import type { Result } from '#kernel';
import type { TestDatabase } from '../../../platform/testing/test-database.ts';

type Connection = Pick<TestDatabase['superuser'], 'query'>;

/**
 * Holds the lock of the rule set until all actions wait for it, then lets them go, so that none is done before the others
 * have begun. Gives „ok“ or the code of the refusal for each.
 */
export async function atOnce(
  { superuser }: Pick<TestDatabase, 'superuser'>,
  actions: readonly (() => Promise<Result<unknown>>)[],
): Promise<readonly string[]> {
  const connection = await superuser.connect();
  try {
    await connection.query("select pg_advisory_lock(hashtext('duties.import'))");
    const running = actions.map((act) => act());
    await untilWaiting(connection, actions.length);
    await connection.query("select pg_advisory_unlock(hashtext('duties.import'))");
    return (await Promise.all(running)).map((done) => (done.ok ? 'ok' : done.refusal.code));
  } finally {
    connection.release();
  }
}

async function untilWaiting(connection: Connection, expected: number): Promise<void> {
  for (let tries = 0; tries < 1000; tries += 1) {
    const { rows } = await connection.query<{ count: number }>(
      `select count(*)::int as count from pg_locks l join pg_database d on d.oid = l.database
        where d.datname = current_database() and l.locktype = 'advisory' and not l.granted`,
    );
    if (rows[0]?.count === expected) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error(`not all of ${expected} decisions wait for the lock of the rule set`);
}
