import { sql } from 'kysely';
import { json, rowOf, rowsOf, type TenantId, type Tx } from '#platform';
import type { ProbeSchritt } from './domain/probelauf.ts';

/** A rehearsal that took place; nothing of its Antrag is kept. */
export interface Probelauf {
  readonly nummer: number;
  readonly fassung: string;
  readonly bestanden: boolean;
  readonly schritte: readonly ProbeSchritt[];
  readonly am: Date;
  readonly von: string;
  readonly haus: string;
}

/** The rehearsals of an Anbindung, newest first. */
export function readProbelaeufe(tx: Tx, tenant: TenantId, dienst: string): Promise<readonly Probelauf[]> {
  return rowsOf(
    tx,
    sql<Probelauf>`select nummer, fassung, bestanden, schritte, am, von, haus from connection.probelauf
      where tenant_id = ${tenant} and dienst = ${dienst} order by nummer desc limit 20`,
  );
}

/** Adds a rehearsal and gives its number. */
export async function insertProbelauf(
  tx: Tx,
  tenant: TenantId,
  dienst: string,
  { fassung, bestanden, schritte, am, haus }: Omit<Probelauf, 'nummer' | 'von'>,
): Promise<number> {
  await rowsOf(
    tx,
    sql`select pg_advisory_xact_lock(hashtextextended(${`probelauf ${tenant} ${dienst}`}, 0))`,
  );
  const row = await rowOf(
    tx,
    sql<{ nummer: number }>`insert into connection.probelauf
        (tenant_id, dienst, nummer, fassung, bestanden, schritte, am, haus)
      select ${tenant}::uuid, ${dienst}, 1 + coalesce(max(nummer), 0), ${fassung}, ${bestanden}, ${json(schritte)},
        ${am}::timestamptz, ${haus} from connection.probelauf where tenant_id = ${tenant} and dienst = ${dienst}
      returning nummer`,
  );
  if (row === null) throw new Error('A rehearsal was not noted');
  return row.nummer;
}
