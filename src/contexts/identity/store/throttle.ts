import { sql } from 'kysely';
import { change, rowOf, type Tx } from '#platform';
import type { ThrottleState } from '../domain/throttle.ts';

interface StoredThrottle {
  readonly attempts: number;
  readonly window_ends_at: Date;
  readonly blocked_until: Date | null;
}

/** The count of the presented key, locked until the transaction ends, so that attempts at once queue up. */
export async function lockThrottle(tx: Tx, key: Buffer, now: Date): Promise<ThrottleState> {
  const row = await rowOf(
    tx,
    sql<StoredThrottle>`insert into identity.throttle as known (key_hash, attempts, window_ends_at)
      values (${key}, 0, ${now})
      on conflict (key_hash) do update set attempts = known.attempts
      returning attempts, window_ends_at, blocked_until`,
  );
  if (!row) throw new Error('The throttle row of the presented key is not visible');
  return { attempts: row.attempts, windowEndsAt: row.window_ends_at, blockedUntil: row.blocked_until };
}

export async function saveThrottle(tx: Tx, key: Buffer, state: ThrottleState): Promise<void> {
  await change(
    tx,
    sql`update identity.throttle set attempts = ${state.attempts}, window_ends_at = ${state.windowEndsAt},
      blocked_until = ${state.blockedUntil} where key_hash = ${key}`,
  );
}

export async function forgetThrottle(tx: Tx, key: Buffer): Promise<void> {
  await change(tx, sql`delete from identity.throttle where key_hash = ${key}`);
}
