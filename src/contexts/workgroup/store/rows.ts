import type { RawBuilder } from 'kysely';
import type { Tx } from '#platform';

/** The rows of a query. */
export async function rowsOf<Row>(tx: Tx, query: RawBuilder<Row>): Promise<readonly Row[]> {
  return (await query.execute(tx.as())).rows;
}

/** The first row of a query, or `null`. */
export async function rowOf<Row>(tx: Tx, query: RawBuilder<Row>): Promise<Row | null> {
  return (await rowsOf(tx, query))[0] ?? null;
}

/** Runs a statement that changes rows; gives how many. */
export async function change(tx: Tx, query: RawBuilder<unknown>): Promise<number> {
  return Number((await query.execute(tx.as())).numAffectedRows ?? 0n);
}
