import { sql } from 'kysely';
import { change, rowsOf, type TenantId, type Tx } from '#platform';

/** A statement by its cell and number. */
export interface Angabenummer {
  readonly leistungId: string;
  readonly fassung: number;
}

/** The statements since an instant, newest first; `most` at most. */
export function readAngabenSeit(tx: Tx, seit: Date, most: number): Promise<readonly Angabenummer[]> {
  return rowsOf(
    tx,
    sql<Angabenummer>`select leistung_id as "leistungId", fassung from compass.stand
      where tenant_id = (select platform.tenant()) and angegeben_am > ${seit}
      order by angegeben_am desc, leistung_id, fassung desc limit ${most}`,
  );
}

/** Up to which statement of each cell a member has seen what others stated. */
export async function readGesehen(tx: Tx, mitglied: string): Promise<ReadonlyMap<string, number>> {
  const rows = await rowsOf(
    tx,
    sql<Angabenummer>`select leistung_id as "leistungId", fassung from compass.gesehen
      where tenant_id = (select platform.tenant()) and mitglied_id = ${mitglied}`,
  );
  return new Map(rows.map(({ leistungId, fassung }) => [leistungId, fassung]));
}

/** Notes what a member has seen; what was seen further already stays so. Unknown statements are left aside. */
export async function putGesehen(
  tx: Tx,
  tenant: TenantId,
  mitglied: string,
  gesehen: readonly Angabenummer[],
): Promise<number> {
  return change(
    tx,
    sql`insert into compass.gesehen (tenant_id, mitglied_id, leistung_id, fassung)
      select ${tenant}, ${mitglied}, s.leistung_id, max(s.fassung) from compass.stand s
        join unnest(${gesehen.map(({ leistungId }) => leistungId)}::text[], ${gesehen.map(({ fassung }) => fassung)}::int[])
          as w (leistung_id, fassung) on w.leistung_id = s.leistung_id and w.fassung = s.fassung
        where s.tenant_id = (select platform.tenant()) group by s.leistung_id
      on conflict (tenant_id, mitglied_id, leistung_id)
        do update set fassung = excluded.fassung where gesehen.fassung < excluded.fassung`,
  );
}
