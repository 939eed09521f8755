import { sql } from 'kysely';
import type { LocalDate } from '#kernel';
import { change, rowsOf, type TenantId, type Tx } from '#platform';

/** How common a Leistung is where it was counted. */
export interface Haeufigkeit {
  readonly leistungId: string;
  /** Cases a year per million inhabitants: the median over the Kommunen. */
  readonly jeMillion: number;
  readonly kommunen: number;
}

/** A body and how many people live there, to which its cases are compared. */
export interface Bezugsgroesse {
  readonly ags: string;
  readonly einwohner: number;
}

/**
 * Counts over the newest statements of a day of those who share, in scope `figures`. Leistungen of fewer than `fewest`
 * Kommunen are left out, and so is every estimate.
 */
export function countHaeufigkeiten(
  tx: Tx,
  {
    teilende,
    bezug,
    today,
    fewest,
  }: {
    readonly teilende: readonly TenantId[];
    readonly bezug: readonly Bezugsgroesse[];
    readonly today: LocalDate;
    readonly fewest: number;
  },
): Promise<readonly Haeufigkeit[]> {
  return rowsOf(
    tx,
    sql<Haeufigkeit>`with newest as (
        select distinct on (tenant_id, leistung_id) ags, leistung_id, fallzahl, fallzahl_art from compass.stand
        where tenant_id = any (${teilende}::uuid[]) and gilt_ab <= ${today}
        order by tenant_id, leistung_id, fassung desc),
      size as (select * from unnest(${bezug.map(({ ags }) => ags)}::text[],
        ${bezug.map(({ einwohner }) => einwohner)}::int[]) as b (ags, einwohner) where einwohner > 0)
      select leistung_id as "leistungId", count(*)::int as kommunen,
        round(percentile_cont(0.5) within group (order by fallzahl * 1000000.0 / einwohner))::int as "jeMillion"
      from newest join size using (ags) where fallzahl_art = 'gezaehlt'
      group by leistung_id having count(*) >= ${fewest} order by leistung_id`,
  );
}

/** The newest count; empty before the first. */
export function readHaeufigkeiten(tx: Tx): Promise<readonly Haeufigkeit[]> {
  return rowsOf(
    tx,
    sql<Haeufigkeit>`select leistung_id as "leistungId", je_million as "jeMillion", kommunen from compass.haeufigkeit
      where zaehlung = (select max(nummer) from compass.zaehlung) order by leistung_id`,
  );
}

/** The day of the newest count; null before the first. */
export async function readZaehltag(tx: Tx): Promise<LocalDate | null> {
  const rows = await rowsOf(
    tx,
    sql<{ stand: LocalDate }>`select stand from compass.zaehlung order by nummer desc limit 1`,
  );
  return rows[0]?.stand ?? null;
}

/** Grows with every count; 0 before the first. */
export async function haeufigkeitVersion(tx: Tx): Promise<number> {
  const rows = await rowsOf(
    tx,
    sql<{ nummer: number }>`select coalesce(max(nummer), 0)::int as nummer from compass.zaehlung`,
  );
  return rows[0]?.nummer ?? 0;
}

/** Puts a count in the place of the one before; scope `reference`. */
export async function replaceHaeufigkeiten(
  tx: Tx,
  haeufigkeiten: readonly Haeufigkeit[],
  { today, now }: { readonly today: LocalDate; readonly now: Date },
): Promise<void> {
  await change(tx, sql`delete from compass.zaehlung`);
  await change(
    tx,
    sql`with made as (insert into compass.zaehlung (stand, gezaehlt_am) values (${today}, ${now}) returning nummer)
      insert into compass.haeufigkeit select nummer, leistung_id, je_million, kommunen from made,
        unnest(${haeufigkeiten.map(({ leistungId }) => leistungId)}::text[],
          ${haeufigkeiten.map(({ jeMillion }) => jeMillion)}::int[],
          ${haeufigkeiten.map(({ kommunen }) => kommunen)}::int[]) as h (leistung_id, je_million, kommunen)`,
  );
}
