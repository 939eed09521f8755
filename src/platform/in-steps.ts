/** How long a process may be kept from answering others, in milliseconds. */
const heldAtMost = 4;

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

/** Resolves when what came in meanwhile has been answered. */
export function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
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
