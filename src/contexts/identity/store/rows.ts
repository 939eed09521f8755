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

/** An id that came from outside: text that is no UUID is nobody's id, and finds no row instead of breaking the query. */
export function rowId(text: string): string | null {
  return isUuid(text.toLowerCase()) ? text : null;
}
