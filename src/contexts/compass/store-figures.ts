import { type RawBuilder, sql } from 'kysely';
import { rowsOf, type TenantId, type Tx } from '#platform';
import { keineAngabe } from './domain/columns/stand-fact.ts';
import { zustaende } from './domain/zustand.ts';

/**
 * Statements as the figures need them: packed by the database, so that millions of them become no objects here. Each
 * takes `bytesOfFact` bytes, big-endian; see `eachPackedFact`.
 */
export interface PackedFacts {
  readonly packed: Buffer | null;
  /** The Loesungen that these statements name. */
  readonly loesungen: readonly string[] | null;
}

export const bytesOfFact = 28;

/** The statements of a Kommune, those of a Leistung together, as they were made; scope `figures`. */
export function readFactsOf(tx: Tx, tenant: TenantId): Promise<PackedFacts> {
  return packed(tx, sql`tenant_id = ${tenant}`, sql`leistung_id, nummer`);
}

/** The statements after `nummer` in the order in which they were made, of all Kommunen; scope `figures`. */
export function readFactsAfter(tx: Tx, nummer: number): Promise<PackedFacts> {
  return packed(tx, sql`nummer > ${nummer}`, sql`nummer`);
}

async function packed(tx: Tx, where: RawBuilder<unknown>, order: RawBuilder<unknown>): Promise<PackedFacts> {
  const rows = await rowsOf(
    tx,
    sql<PackedFacts>`with asked as materialized (select * from compass.stand where ${where}),
      named as (select array_agg(distinct loesung_id) filter (where loesung_id is not null) as loesungen from asked)
      select loesungen, string_agg(int4send(nummer::int) || int4send(ags::int)
        || int4send(substr(leistung_id, 2)::int) || int4send(gilt_ab - date '2000-01-01')
        || int2send(coalesce(array_position(${sql.val(zustaende)}::text[], zustand), ${keineAngabe})::smallint)
        || int2send(coalesce(reifegrad11, -1::smallint)) || int2send(coalesce(reifegrad20, -1::smallint))
        || int2send(coalesce(array_position(loesungen, loesung_id), 0)::smallint)
        || int4send(coalesce(fallzahl, -1)), ''::bytea order by ${order}) as packed
      from asked, named group by loesungen`,
  );
  return rows[0] ?? { packed: null, loesungen: null };
}

/** The largest number of a statement; 0 where there is none. */
export async function newestNummer(tx: Tx): Promise<number> {
  const rows = await rowsOf(
    tx,
    sql<{ nummer: number }>`select coalesce(max(nummer), 0)::int as nummer from compass.stand`,
  );
  return rows[0]?.nummer ?? 0;
}
