import type { RawBuilder } from 'kysely';
import { isUuid } from '#kernel';
import type { Tx } from '#platform';

/** All rows of a query. */
export async function rowsOf<T>(tx: Tx, query: RawBuilder<T>): Promise<readonly T[]> {
  return (await query.execute(tx.as())).rows;
}

/** The first row of a query, or `null`. */
export async function rowOf<T>(tx: Tx, query: RawBuilder<T>): Promise<T | null> {
  return (await rowsOf(tx, query))[0] ?? null;
}

/** Runs a change and says how many rows it reached. */
export async function change(tx: Tx, query: RawBuilder<unknown>): Promise<number> {
  return Number((await query.execute(tx.as())).numAffectedRows ?? 0n);
}

/** An id that somebody wrote, for comparison with a UUID: what is none is found nowhere. */
export function idOrNone(text: string): string | null {
  return isUuid(text) ? text : null;
}

/** As `idOrNone`, for a list. */
export function idsAmong(texts: readonly string[]): string[] {
  return texts.filter(isUuid);
}
