import { sql } from 'kysely';
import { change, json, rowsOf, type TenantId, type Tx } from '#platform';
import type { Dienstangaben } from '../domain/angaben.ts';
import type { Preisblatt } from '../domain/preisblatt.ts';
import { angabenSchema, preisSchema } from '../schema.ts';

type Raw<T> = Omit<T, 'inhalt'> & { readonly inhalt: unknown };

/** What the providers say of their services today, by service. */
export async function readAngaben(tx: Tx): Promise<ReadonlyMap<string, Dienstangaben>> {
  const rows = await rowsOf(
    tx,
    sql<
      Raw<Dienstangaben>
    >`select distinct on (dienst) dienst, nummer, haus, inhalt, angegeben_am as "angegebenAm"
      from marketplace.angaben order by dienst, nummer desc`,
  );
  return new Map(rows.map((row) => [row.dienst, { ...row, inhalt: angabenSchema.parse(row.inhalt) }]));
}

/** Writes the next word on a service; `false` where somebody wrote this number before. */
export async function insertAngaben(
  tx: Tx,
  tenant: TenantId,
  { dienst, nummer, haus, inhalt, angegebenAm }: Dienstangaben,
): Promise<boolean> {
  const written = await change(
    tx,
    sql`insert into marketplace.angaben (dienst, nummer, tenant_id, haus, inhalt, angegeben_am)
      values (${dienst}, ${nummer}, ${tenant}, ${haus}, ${json(inhalt)}, ${angegebenAm}) on conflict do nothing`,
  );
  return written === 1;
}

/** Every price sheet that was ever stated, of one service or of all, oldest first. */
export async function readPreisblaetter(tx: Tx, dienst?: string): Promise<readonly Preisblatt[]> {
  const named = dienst === undefined ? sql`true` : sql`dienst = ${dienst}`;
  const rows = await rowsOf(
    tx,
    sql<
      Raw<Preisblatt>
    >`select dienst, nummer, haus, gueltig_ab as "gueltigAb", inhalt, angegeben_am as "angegebenAm"
      from marketplace.preisblatt where ${named} order by dienst, nummer`,
  );
  return rows.map((row) => ({ ...row, inhalt: preisSchema.parse(row.inhalt) }));
}

/** Adds a price sheet; `false` where somebody gave this number meanwhile. */
export async function insertPreisblatt(
  tx: Tx,
  tenant: TenantId,
  { dienst, nummer, haus, gueltigAb, inhalt, angegebenAm }: Preisblatt,
): Promise<boolean> {
  const written = await change(
    tx,
    sql`insert into marketplace.preisblatt (dienst, nummer, tenant_id, haus, gueltig_ab, inhalt, angegeben_am)
      values (${dienst}, ${nummer}, ${tenant}, ${haus}, ${gueltigAb}, ${json(inhalt)}, ${angegebenAm})
      on conflict do nothing`,
  );
  return written === 1;
}
