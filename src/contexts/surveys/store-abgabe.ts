import { sql } from 'kysely';
import type { Tx } from '#platform';
import type { AbgabeArt, AbgabeZustand, Teilnahme } from './domain/abgabe.ts';
import type { FreigegebeneAntwort } from './domain/auswertung.ts';
import { change, rowsOf } from './store-rows.ts';

const columns = sql`t.tenant_id as tenant, t.ags, t.zustand, t.gefragt, t.beantwortet, t.spaet, t.zuletzt,
  t.freigegeben_am as "freigegebenAm"`;

/** How far the Kommunen are that the transaction may see. */
export function readTeilnahmen(tx: Tx, umfrageId: string): Promise<readonly Teilnahme[]> {
  return rowsOf(
    tx,
    sql<Teilnahme>`select ${columns} from surveys.teilnahme t where t.umfrage_id = ${umfrageId} order by t.ags`,
  );
}

/** How far the own Kommune is with each survey. */
export function readEigeneTeilnahmen(
  tx: Tx,
): Promise<readonly (Teilnahme & { readonly umfrageId: string })[]> {
  return rowsOf(
    tx,
    sql<
      Teilnahme & { umfrageId: string }
    >`select t.umfrage_id as "umfrageId", ${columns} from surveys.teilnahme t
      where t.tenant_id = (select platform.tenant())`,
  );
}

/** The own part in a survey, or `null` before anybody answered; `lock` holds it until the transaction ends. */
export async function readEigeneTeilnahme(
  tx: Tx,
  umfrageId: string,
  lock = false,
): Promise<Teilnahme | null> {
  const [row] = await rowsOf(
    tx,
    sql<Teilnahme>`select ${columns} from surveys.teilnahme t
      where t.tenant_id = (select platform.tenant()) and t.umfrage_id = ${umfrageId} ${lock ? sql`for update` : sql``}`,
  );
  return row ?? null;
}

/** Notes that answers came in: `neue` of them to Leistungen without one before. */
export async function noteAntworten(
  tx: Tx,
  umfrageId: string,
  { ags, gefragt, neue, zustand, am }: NotedAnswers,
): Promise<void> {
  await change(
    tx,
    sql`insert into surveys.teilnahme as t (tenant_id, umfrage_id, ags, zustand, gefragt, beantwortet, zuletzt)
      values (platform.tenant(), ${umfrageId}, ${ags}, ${zustand}, ${gefragt}, ${neue}, ${am})
      on conflict (tenant_id, umfrage_id) do update
        set beantwortet = t.beantwortet + ${neue}, zuletzt = excluded.zuletzt, zustand = excluded.zustand,
          gefragt = excluded.gefragt`,
  );
}

export interface NotedAnswers {
  readonly ags: string;
  readonly gefragt: number;
  readonly neue: number;
  readonly zustand: AbgabeZustand;
  readonly am: Date;
}

/** Notes another state of the own answers. */
export async function updateZustand(
  tx: Tx,
  umfrageId: string,
  zustand: AbgabeZustand,
  frei: { readonly am: Date; readonly spaet: boolean } | null = null,
): Promise<void> {
  const released = frei ? sql`, freigegeben_am = ${frei.am}, spaet = ${frei.spaet}` : sql``;
  await change(
    tx,
    sql`update surveys.teilnahme set zustand = ${zustand} ${released}
      where tenant_id = (select platform.tenant()) and umfrage_id = ${umfrageId}`,
  );
}

/** What happened to the answers of the own Kommune. */
export interface Abgabeschritt {
  readonly nummer: number;
  readonly art: AbgabeArt;
  readonly grund: string | null;
  readonly am: Date;
  readonly gegangenVon: string;
}

export async function insertAbgabe(
  tx: Tx,
  umfrageId: string,
  { art, grund, am }: Pick<Abgabeschritt, 'art' | 'grund' | 'am'>,
): Promise<void> {
  await change(
    tx,
    sql`insert into surveys.abgabe (tenant_id, umfrage_id, nummer, art, grund, am)
      select platform.tenant(), ${umfrageId}::uuid, 1 + coalesce(max(nummer), 0), ${art}, ${grund}, ${am}::timestamptz
      from surveys.abgabe where tenant_id = (select platform.tenant()) and umfrage_id = ${umfrageId}
      on conflict do nothing`,
  );
}

export function readAbgaben(tx: Tx, umfrageId: string): Promise<readonly Abgabeschritt[]> {
  return rowsOf(
    tx,
    sql<Abgabeschritt>`select nummer, art, grund, am, gegangen_von as "gegangenVon" from surveys.abgabe
      where tenant_id = (select platform.tenant()) and umfrage_id = ${umfrageId} order by nummer`,
  );
}

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
