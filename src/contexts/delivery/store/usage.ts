import { sql } from 'kysely';
import { rowsOf, type TenantId, type Tx } from '#platform';

/** How many cases came in a month for one thing that is applied for: a Leistung or an Onlinedienst. */
export interface Fallzahl {
  readonly leistung: string;
  /** Its first day. */
  readonly monat: string;
  readonly anzahl: number;
}

/**
 * The cases that came to an authority, month by month in German time, deleted ones included. A case counts once, in the
 * month of its first submission and where that came to: what is handed on or sent in later does not count again.
 */
export function countCases(tx: Tx, tenant: TenantId): Promise<readonly Fallzahl[]> {
  return rowsOf(
    tx,
    sql<Fallzahl>`select leistung, monat, count(*)::int as anzahl from (
        select (array_agg(leistung order by created_at, id))[1] as leistung,
          to_char(min(created_at) at time zone 'Europe/Berlin', 'YYYY-MM-01') as monat
        from delivery.submission where tenant_id = ${tenant}
        group by case_id having bool_and(forwarded_from is null)) faelle
      group by leistung, monat order by monat, leistung`,
  );
}
