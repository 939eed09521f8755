import { ok, type Result, refuse } from '#kernel';
import { accountPolicy, addressPolicy, countAttempt, type ThrottlePolicy } from '../domain/throttle.ts';
import { throttled } from '../errors.ts';
import { forgetThrottle, lockThrottle, saveThrottle } from '../store/throttle.ts';
import type { Storage } from './deps.ts';

const policies: Readonly<Record<string, ThrottlePolicy>> = { address: addressPolicy };

/** What an attempt is counted against: an account, an address, the codes of a member. */
export interface AttemptOn {
  readonly kind: 'account' | 'address' | 'code' | 'reset';
  readonly key: string;
}

/** Counts an attempt against each key; refused with the longest wait where one of them is over its measure. */
export async function takeAttempt(deps: Storage, on: readonly AttemptOn[]): Promise<Result<null>> {
  let wait = 0;
  for (const attempt of on) wait = Math.max(wait, await count(deps, attempt));
  return wait === 0 ? ok(null) : refuse(throttled(wait));
}

/** Sets an account's count back after a sign-in that went well. */
export async function forgetAttempts(deps: Storage, on: AttemptOn): Promise<void> {
  const key = keyOf(deps, on);
  await deps.db.withKey(key, (tx) => forgetThrottle(tx, key));
}

async function count(deps: Storage, on: AttemptOn): Promise<number> {
  const key = keyOf(deps, on);
  const now = deps.clock.now();
  return deps.db.withKey(key, async (tx) => {
    const decision = countAttempt(await lockThrottle(tx, key, now), policies[on.kind] ?? accountPolicy, now);
    await saveThrottle(tx, key, decision.state);
    return decision.waitSeconds;
  });
}

function keyOf(deps: Storage, on: AttemptOn): Buffer {
  return deps.keys.blindIndex(`throttle ${on.kind}`, on.key);
}
