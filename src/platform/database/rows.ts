import { type RawBuilder, sql } from 'kysely';
import type { Tx } from './tx.ts';

/** The rows of a query. Dates come as `YYYY-MM-DD`, JSON as values. */
export async function rowsOf<Row>(tx: Tx, query: RawBuilder<Row>): Promise<readonly Row[]> {
  return (await query.execute(tx.as())).rows;
}

/** The first row of a query, or `null`. */
export async function rowOf<Row>(tx: Tx, query: RawBuilder<Row>): Promise<Row | null> {
  return (await rowsOf(tx, query))[0] ?? null;
}

/** How many rows a statement changed. */
export async function change(tx: Tx, statement: RawBuilder<unknown>): Promise<number> {
  return Number((await statement.execute(tx.as())).numAffectedRows ?? 0n);
}

/** A value as a jsonb parameter. */
export function json(value: unknown): RawBuilder<unknown> {
  return sql`${JSON.stringify(value)}::jsonb`;
}
