import { sql } from 'kysely';
import { change, type Tx } from '#platform';

/** Deletes what has expired everywhere; the policies let a transaction of scope `reference` see nothing else. */
export async function deleteExpired(tx: Tx): Promise<number> {
  const sessions = await change(tx, sql`delete from identity.session where expires_at < now()`);
  const counts = await change(tx, sql`delete from identity.throttle where window_ends_at < now()`);
  const challenges = await change(tx, sql`delete from identity.used_challenge where expires_at < now()`);
  return sessions + counts + challenges;
}
