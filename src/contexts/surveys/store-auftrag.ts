import { sql } from 'kysely';
import { change, rowsOf, type Tx } from '#platform';

/** Whom the own Kommune named for which Leistung, by Leistung. */
export async function readAuftraege(tx: Tx, umfrageId: string): Promise<ReadonlyMap<string, string>> {
  const rows = await rowsOf(
    tx,
    sql<{ leistungId: string; mitgliedId: string | null }>`select distinct on (leistung_id)
        leistung_id as "leistungId", mitglied_id as "mitgliedId"
      from surveys.auftrag where tenant_id = (select platform.tenant()) and umfrage_id = ${umfrageId}
      order by leistung_id, nummer desc`,
  );
  return new Map(
    rows.flatMap(({ leistungId, mitgliedId }) => (mitgliedId === null ? [] : [[leistungId, mitgliedId]])),
  );
}

/** Names somebody, or nobody, for Leistungen from now on. */
export async function appendAuftraege(
  tx: Tx,
  umfrageId: string,
  leistungen: readonly string[],
  mitgliedId: string | null,
  am: Date,
): Promise<void> {
  await change(
    tx,
    sql`insert into surveys.auftrag (tenant_id, umfrage_id, leistung_id, nummer, mitglied_id, am)
      select platform.tenant(), ${umfrageId}::uuid, w.id, 1 + coalesce((select max(a.nummer) from surveys.auftrag a
          where a.tenant_id = (select platform.tenant()) and a.umfrage_id = ${umfrageId} and a.leistung_id = w.id), 0),
        ${mitgliedId}::uuid, ${am}::timestamptz
      from unnest(${[...leistungen]}::text[]) as w (id) order by w.id`,
  );
}
