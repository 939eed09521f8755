import type { Database, Tx } from './database/tx.ts';

/** How long a snapshot counts as current without asking the database, in milliseconds. */
const freshFor = 1_000;

/** How long it is still shown while the database is asked, so that nobody waits for a load that others began. */
const shownFor = 3_000;

/** Reads the snapshot; `expire` makes the next reader ask the database at once, after a change of one's own. */
export interface SnapshotReader<T> {
  (): Promise<T>;
  readonly expire: () => void;
}

/**
 * A reader of an immutable snapshot: loads it once, asks at most once a second whether its version changed, and loads
 * it anew only then. Readers that come meanwhile get what is held while that is younger than three seconds; others share
 * the load. A failed load is tried again by the next.
 */
export function snapshotReader<T>(
  db: Pick<Database, 'withPublic'>,
  version: (tx: Tx) => Promise<number>,
  load: (tx: Tx) => Promise<T>,
  now: () => number = () => performance.now(),
): SnapshotReader<T> {
  let held: { readonly value: T; readonly version: number; readonly checkedAt: number } | undefined;
  let running: Promise<T> | undefined;
  let changes = 0;

  const refresh = () =>
    db.withPublic(async (tx) => {
      const seen = changes;
      const current = await version(tx);
      const value = held?.version === current ? held.value : await load(tx);
      // A change of one's own that came meanwhile may be missing in what was just read.
      held = { value, version: current, checkedAt: seen === changes ? now() : Number.NEGATIVE_INFINITY };
      return value;
    });

  const started = () => {
    const one: Promise<T> = refresh().finally(() => {
      if (running === one) running = undefined;
    });
    return one;
  };

  const read = () => {
    const age = held ? now() - held.checkedAt : Number.POSITIVE_INFINITY;
    if (held && age < freshFor) return Promise.resolve(held.value);
    running ??= started();
    if (!held || age >= shownFor) return running;
    // Whoever comes when the snapshot is too old to be shown asks again and learns of the fault.
    running.catch(() => {});
    return Promise.resolve(held.value);
  };
  const expire = () => {
    changes += 1;
    running = undefined;
    if (held) held = { ...held, checkedAt: Number.NEGATIVE_INFINITY };
  };
  return Object.assign(read, { expire });
}
