import { setImmediate, setTimeout } from 'node:timers/promises';

/** How long a process may be kept from answering others, in milliseconds. */
const heldAtMost = 3;

/** Others who answered for longer than this between two steps are at work: an answer takes them many turns. */
const othersAtWorkMs = 0.1;

/** What they then get, in milliseconds: their next questions to the database come back meanwhile. */
const restMs = 4;

/** Maps many rows in steps of a few milliseconds, between which a server answers others. */
export async function mapInSteps<T, R>(items: readonly T[], map: (item: T) => R): Promise<R[]> {
  const mapped: R[] = [];
  let begun = performance.now();
  for (const item of items) {
    mapped.push(map(item));
    if (performance.now() - begun < heldAtMost) continue;
    await nextTurn();
    begun = performance.now();
  }
  return mapped;
}

/** Resolves when what came in meanwhile has been answered; later where others are at work. */
export async function nextTurn(): Promise<void> {
  const begun = performance.now();
  await setImmediate();
  if (performance.now() - begun > othersAtWorkMs) await setTimeout(restMs);
}

/** Runs work that pauses at its own places, in steps of a few milliseconds. */
export async function inSteps(work: Iterable<unknown>): Promise<void> {
  let begun = performance.now();
  for (const _ of work) {
    if (performance.now() - begun < heldAtMost) continue;
    await nextTurn();
    begun = performance.now();
  }
}

/** Runs work that pauses at its own places to its end, in steps of a few milliseconds, and gives its result. */
export async function finishedInSteps<T>(work: Iterator<unknown, T>): Promise<T> {
  let begun = performance.now();
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
    if (performance.now() - begun < heldAtMost) continue;
    await nextTurn();
    begun = performance.now();
  }
}

/** Takes what streams in, in steps of a few milliseconds. */
export async function takenInSteps<T>(items: AsyncIterable<T>, take: (item: T) => unknown): Promise<void> {
  let begun = performance.now();
  for await (const item of items) {
    take(item);
    if (performance.now() - begun < heldAtMost) continue;
    await nextTurn();
    begun = performance.now();
  }
}
