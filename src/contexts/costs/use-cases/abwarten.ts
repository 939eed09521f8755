import { setTimeout as sleep } from 'node:timers/promises';

const [waits, waitMs] = [20, 150];

/** Looks again and again for three seconds: whoever pressed once need not press again where the worker is quick. */
export async function abgewartetBis<T>(look: () => Promise<T>, over: (seen: T) => boolean): Promise<T> {
  for (let wait = 0; wait < waits; wait += 1) {
    await sleep(waitMs);
    const seen = await look();
    if (over(seen)) return seen;
  }
  return look();
}
