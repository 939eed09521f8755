import { sql } from 'kysely';
import { change, rowsOf, type TenantId, type Tx } from '#platform';

/** What the authority's scanner found in a file of an Antrag, and when. */
export interface PruefungRow {
  /** The file's id in the submission. */
  readonly anlage: string;
  readonly am: Date;
  readonly befund: 'sauber' | 'schadsoftware';
}

/** Keeps what was found last. */
export async function keepPruefung(
  tx: Tx,
  tenant: TenantId,
  antrag: string,
  { anlage, am, befund }: PruefungRow,
): Promise<void> {
  await change(
    tx,
    sql`insert into applications.pruefung (tenant_id, antrag_id, anlage_id, am, befund)
      values (${tenant}, ${antrag}, ${anlage}, ${am}, ${befund})
      on conflict (tenant_id, antrag_id, anlage_id) do update set am = excluded.am, befund = excluded.befund`,
  );
}

export function readPruefungen(tx: Tx, antrag: string): Promise<readonly PruefungRow[]> {
  return rowsOf(
    tx,
    sql<PruefungRow>`select anlage_id as anlage, am, befund from applications.pruefung where antrag_id = ${antrag}`,
  );
}
