/** When a receiving key may be used to seal; opening has no end before the key is removed. */
export interface KeyTimes {
  readonly validFrom: Date;
  /** The first instant at which it no longer counts. */
  readonly validTo: Date;
  readonly removedAt: Date | null;
}

/** How long a new key counts, how long the one before it goes on beside it, and when an expired one may be removed. */
export const keyTerms = { lifetimeDays: 365, overlapDays: 30, removalGraceDays: 1 } as const;

const day = 86_400_000;

/** Whether something may be sealed with a key at `now`. */
export function sealsAt(key: KeyTimes, now: Date): boolean {
  return key.removedAt === null && key.validFrom <= now && now < key.validTo;
}

/** The key for new submissions: of those that count now the one that began last. */
export function currentKey<Key extends KeyTimes>(keys: readonly Key[], now: Date): Key | null {
  const usable = keys.filter((key) => sealsAt(key, now));
  return usable.toSorted((a, b) => b.validFrom.getTime() - a.validFrom.getTime())[0] ?? null;
}

/** The end of an older key when a new one begins: what is being sealed right now must still arrive. */
export function endAfterRotation(validTo: Date, now: Date): Date {
  return new Date(Math.min(validTo.getTime(), now.getTime() + keyTerms.overlapDays * day));
}

/** The end of a key that begins at `now`. */
export function endOfNewKey(now: Date): Date {
  return new Date(now.getTime() + keyTerms.lifetimeDays * day);
}

/** The instant before which a key must have ended to be removed: nothing sealed with it can still be on its way. */
export function removalLimit(now: Date): Date {
  return new Date(now.getTime() - keyTerms.removalGraceDays * day);
}
