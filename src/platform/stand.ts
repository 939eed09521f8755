import { sql } from 'kysely';
import { rowsOf } from './database/rows.ts';
import type { Tx } from './database/tx.ts';

/** What is kept in memory: something of the transaction's tenant, or something that concerns everybody. */
export interface Thema {
  readonly thema: string;
  readonly forAll?: boolean;
}

/**
 * Names the state of several things in one cheap query: another text after every committed change of one of them, and never
 * an earlier one again. Read before what is kept, so that what is kept is at least as new as its name.
 */
export async function readStand(tx: Tx, themen: readonly Thema[]): Promise<string> {
  const named = (forAll: boolean) =>
    themen.filter((each) => (each.forAll ?? false) === forAll).map(({ thema }) => thema);
  const rows = await rowsOf(
    tx,
    sql<{ thema: string; marke: string }>`select thema, marke from platform.stand
        where tenant_id = ${tx.tenant} and thema = any(${named(false)})
      union all select thema, marke from platform.stand_fuer_alle where thema = any(${named(true)})`,
  );
  const marks = new Map(rows.map(({ thema, marke }) => [thema, marke]));
  return themen.map(({ thema }) => marks.get(thema) ?? '-').join(' ');
}
