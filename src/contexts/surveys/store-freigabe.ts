import { sql } from 'kysely';
import { rowsOf, type Tx } from '#platform';
import type { FreigegebeneAntwort } from './domain/auswertung.ts';

/**
 * Copies the newest answers of the own Kommune to where its IT-Dienstleister sees them; gives how many, and if any
 * was late. A release after the deadline makes all of them late.
 */
export async function releaseAntworten(
  tx: Tx,
  umfrageId: string,
  ags: string,
  spaet: boolean,
): Promise<{ readonly zahl: number; readonly spaet: boolean }> {
  const [row] = await rowsOf(
    tx,
    sql<{ zahl: number; spaet: boolean | null }>`with neueste as (
        select distinct on (a.leistung_id) a.* from surveys.antwort a
        where a.tenant_id = (select platform.tenant()) and a.umfrage_id = ${umfrageId}
        order by a.leistung_id, a.fassung desc
      ), frei as (
        insert into surveys.freigegeben (tenant_id, umfrage_id, freigabe, leistung_id, ags, bedarf, wunschquartal,
          fallzahl, vorarbeit, bemerkung, frei, vorbelegt, spaet)
        select platform.tenant(), n.umfrage_id, 1 + coalesce((select max(f.freigabe) from surveys.freigegeben f
            where f.tenant_id = (select platform.tenant()) and f.umfrage_id = ${umfrageId}), 0),
          n.leistung_id, ${ags}, n.bedarf, n.wunschquartal, n.fallzahl, n.vorarbeit, n.bemerkung, n.frei, n.vorbelegt,
          n.spaet or ${spaet}::boolean
        from neueste n returning spaet
      )
      select count(*)::int as zahl, bool_or(spaet) as spaet from frei`,
  );
  return { zahl: row?.zahl ?? 0, spaet: row?.spaet ?? false };
}

/** The answers of the newest release of every Kommune that the transaction may see; with `leistungId` of that one. */
export function readFreigegebene(
  tx: Tx,
  umfrageId: string,
  leistungId?: string,
): Promise<readonly FreigegebeneAntwort[]> {
  const named = leistungId === undefined ? sql`true` : sql`f.leistung_id = ${leistungId}`;
  return rowsOf(
    tx,
    sql<FreigegebeneAntwort>`select f.tenant_id as tenant, f.ags, f.leistung_id as "leistungId", f.bedarf,
        f.wunschquartal, f.fallzahl, f.vorarbeit, f.bemerkung, f.frei, f.vorbelegt, f.spaet
      from surveys.freigegeben f
      join (select tenant_id, max(freigabe) as freigabe from surveys.freigegeben where umfrage_id = ${umfrageId}
        group by tenant_id) n on n.tenant_id = f.tenant_id and n.freigabe = f.freigabe
      where f.umfrage_id = ${umfrageId} and ${named}
      order by f.leistung_id, f.ags`,
  );
}

/** The released answers of the own Kommune to an earlier survey, and when it released them. */
export function readEigeneFreigegebene(
  tx: Tx,
  umfrageId: string,
): Promise<readonly (FreigegebeneAntwort & { readonly am: Date })[]> {
  return rowsOf(
    tx,
    sql<
      FreigegebeneAntwort & { am: Date }
    >`select f.tenant_id as tenant, f.ags, f.leistung_id as "leistungId",
        f.bedarf, f.wunschquartal, f.fallzahl, f.vorarbeit, f.bemerkung, f.frei, f.vorbelegt, f.spaet,
        t.freigegeben_am as am
      from surveys.freigegeben f join surveys.teilnahme t on t.tenant_id = f.tenant_id and t.umfrage_id = f.umfrage_id
      where f.tenant_id = (select platform.tenant()) and f.umfrage_id = ${umfrageId}
        and f.freigabe = (select max(g.freigabe) from surveys.freigegeben g
          where g.tenant_id = (select platform.tenant()) and g.umfrage_id = ${umfrageId})`,
  );
}
