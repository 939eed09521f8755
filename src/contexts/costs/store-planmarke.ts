import { sql } from 'kysely';
import { rowOf, type Tx } from '#platform';
import type { Plan } from './plan-inhalt.ts';

/** By which Fassungen a plan of the transaction's house is composed; `null` where there is no plan. */
export async function readPlanmarke(
  tx: Tx,
  { dienst, jahr, art }: Pick<Plan, 'dienst' | 'jahr' | 'art'>,
): Promise<string | null> {
  const row = await rowOf(
    tx,
    sql<{ fassung: number | null; schluessel: string }>`select
      (select max(fassung) from costs.kostenplan where tenant_id = (select platform.tenant())
        and dienst = ${dienst} and jahr = ${jahr} and art = ${art}) as fassung,
      (select coalesce(string_agg(id || ' ' || fassung, ',' order by id), '') from
        (select id, max(fassung) as fassung from costs.schluessel
          where tenant_id = (select platform.tenant()) group by id) newest) as schluessel`,
  );
  return row === null || row.fassung === null ? null : `${row.fassung} ${row.schluessel}`;
}

/** What was counted in these years for a service of the transaction's house, as one number that changes with any count. */
export async function readNutzungsmarke(tx: Tx, jahre: readonly number[], dienst: string): Promise<string> {
  const row = await rowOf(
    tx,
    sql<{
      marke: string;
    }>`select coalesce(sum(hashtextextended(ags || monat || ' ' || anzahl, 0)::numeric), 0)::text
        as marke from costs.nutzung
      where dienst = ${dienst} and extract(year from monat)::int = any (${[...jahre]}::int[])
        and (tenant_id = (select platform.tenant()) or recipient_id = (select platform.tenant()))`,
  );
  return row?.marke ?? '';
}
