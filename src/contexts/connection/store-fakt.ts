import { sql } from 'kysely';
import type { LocalDate } from '#kernel';
import { json, rowsOf, type TenantId, type Tx } from '#platform';
import type { NeuerFakt } from './domain/pruefe-fakt.ts';
import type { Fakt } from './domain/punkt.ts';

/** A fact with the Kommune whose Anbindung it is about. */
export type FaktOf = Fakt & { readonly tenant: TenantId };

/** Everything that was said of one service, of all Kommunen that are named and that the transaction may see. One query. */
export function readFakten(
  tx: Tx,
  dienst: string,
  kommunen: readonly TenantId[],
): Promise<readonly FaktOf[]> {
  return rowsOf(
    tx,
    sql<FaktOf>`select tenant_id as tenant, punkt, nummer, art, nachweis, grund, gueltig_bis as "gueltigBis", am, von, haus
      from connection.fakt where dienst = ${dienst} and tenant_id = any (${[...kommunen]}::uuid[])
      order by am, punkt, nummer`,
  );
}

/** Whose line, and the number of its newest fact as it was read. */
export interface GeleseneZeile {
  readonly tenant: TenantId;
  readonly nummer: number;
}

/** What is said of a line, by which house, when. */
export interface Aussage {
  readonly dienst: string;
  readonly punkt: string;
  readonly fakt: NeuerFakt;
  readonly haus: string;
  readonly am: Date;
}

/**
 * Adds the next fact of one line for every Kommune whose number is still the one that was read; gives those for whom it
 * was added. One statement, for one Kommune as for four hundred.
 */
export async function insertFakten(
  tx: Tx,
  zeilen: readonly GeleseneZeile[],
  { dienst, punkt, fakt, haus, am }: Aussage,
): Promise<ReadonlySet<TenantId>> {
  const tenants = zeilen.map(({ tenant }) => tenant);
  const nummern = zeilen.map(({ nummer }) => nummer);
  const rows = await rowsOf(
    tx,
    sql<{ tenant: TenantId }>`insert into connection.fakt
        (tenant_id, dienst, punkt, nummer, art, nachweis, grund, gueltig_bis, am, haus)
      select z.tenant, ${dienst}, ${punkt}, z.nummer + 1, ${fakt.art}, ${fakt.nachweis}, ${fakt.grund},
        ${fakt.gueltigBis}::date, ${am}::timestamptz, ${haus}
      from unnest(${tenants}::uuid[], ${nummern}::int[]) as z (tenant, nummer)
      where z.nummer = (select coalesce(max(f.nummer), 0) from connection.fakt f
        where f.tenant_id = z.tenant and f.dienst = ${dienst} and f.punkt = ${punkt})
      on conflict do nothing returning tenant_id as tenant`,
  );
  return new Set(rows.map(({ tenant }) => tenant));
}

/** Adds the next fact of several lines of one Kommune, each where its number is still the one that was read. One statement. */
export async function insertErklaerung(
  tx: Tx,
  tenant: TenantId,
  dienst: string,
  zeilen: readonly { readonly punkt: string; readonly nummer: number; readonly fakt: NeuerFakt }[],
  { haus, am }: Pick<Aussage, 'haus' | 'am'>,
): Promise<ReadonlySet<string>> {
  const rows = zeilen.map(({ punkt, nummer, fakt }) => ({ punkt, nummer, ...fakt }));
  const written = await rowsOf(
    tx,
    sql<{ punkt: string }>`insert into connection.fakt
        (tenant_id, dienst, punkt, nummer, art, nachweis, grund, gueltig_bis, am, haus)
      select ${tenant}::uuid, ${dienst}, z.punkt, z.nummer + 1, z.art, z.nachweis, z.grund, z."gueltigBis",
        ${am}::timestamptz, ${haus}
      from jsonb_to_recordset(${json(rows)}) as z (punkt text, nummer int, art text, nachweis text, grund text, "gueltigBis" date)
      where z.nummer = (select coalesce(max(f.nummer), 0) from connection.fakt f
        where f.tenant_id = ${tenant} and f.dienst = ${dienst} and f.punkt = z.punkt)
      on conflict do nothing returning punkt`,
  );
  return new Set(written.map(({ punkt }) => punkt));
}

/** What runs out, of one's own lines and, in scope circle, of those of all Kommunen that one cares for. */
export interface AblaufZeile {
  readonly tenant: TenantId;
  readonly dienst: string;
  readonly punkt: string;
  readonly gueltigBis: LocalDate;
}

/** The newest fact of every line that has a last day. */
export function readAblaeufe(tx: Tx): Promise<readonly AblaufZeile[]> {
  return rowsOf(
    tx,
    sql<AblaufZeile>`select tenant_id as tenant, dienst, punkt, gueltig_bis as "gueltigBis" from (
        select distinct on (tenant_id, dienst, punkt) tenant_id, dienst, punkt, art, gueltig_bis
        from connection.fakt order by tenant_id, dienst, punkt, nummer desc) as newest
      where art = 'erledigt' and gueltig_bis is not null order by gueltig_bis, tenant_id, dienst, punkt`,
  );
}
