import { sql } from 'kysely';
import { change, json, rowsOf, type TenantId, type Tx } from '#platform';

/** One line of what this installation thinks of a key. */
export interface Vertrauenszeile {
  readonly kid: string;
  readonly nummer: number;
  readonly x: string;
  readonly inhaber: string;
  readonly art: 'eigen' | 'aufgenommen' | 'nachfolge' | 'widerrufen';
  readonly grund: string;
  readonly am: Date;
}

/** The last line of every key, the newest first. */
export async function readVertrauen(tx: Tx): Promise<readonly Vertrauenszeile[]> {
  const rows = await rowsOf(
    tx,
    sql<Vertrauenszeile>`select * from (
      select distinct on (kid) kid, nummer, x, inhaber, art, grund, am from packages.vertrauen order by kid, nummer desc
    ) letzte order by am desc, kid`,
  );
  return rows.map((row) => ({ ...row, am: new Date(row.am) }));
}

/** Adds a line; `false` where somebody else was faster. */
export async function insertVertrauen(tx: Tx, tenant: TenantId, zeile: Vertrauenszeile): Promise<boolean> {
  const { kid, nummer, x, inhaber, art, grund, am } = zeile;
  const inserted = await change(
    tx,
    sql`insert into packages.vertrauen (kid, nummer, x, inhaber, art, grund, anbieter_id, am)
      values (${kid}, ${nummer}, ${x}, ${inhaber}, ${art}, ${grund}, ${tenant}, ${am}) on conflict do nothing`,
  );
  return inserted === 1;
}

/** A private key of the transaction's organisation, as it lies. */
export interface GelegterSchluessel {
  readonly nummer: number;
  readonly kid: string;
  readonly x: string;
  readonly versiegelt: Buffer;
  /** The word of the key before. */
  readonly nachfolge: unknown;
}

/** The keys of the transaction's organisation, the one that signs first. */
export function readSignierschluessel(tx: Tx): Promise<readonly GelegterSchluessel[]> {
  return rowsOf(
    tx,
    sql<GelegterSchluessel>`select nummer, kid, x, versiegelt, nachfolge from packages.signierschluessel
      where tenant_id = (select platform.tenant()) order by nummer desc`,
  );
}

/** Adds a key; `false` where somebody else was faster. */
export async function insertSignierschluessel(
  tx: Tx,
  tenant: TenantId,
  schluessel: GelegterSchluessel,
  now: Date,
): Promise<boolean> {
  const { nummer, kid, x, versiegelt, nachfolge } = schluessel;
  const inserted = await change(
    tx,
    sql`insert into packages.signierschluessel (tenant_id, nummer, kid, x, versiegelt, nachfolge, angelegt_am)
      values (${tenant}, ${nummer}, ${kid}, ${x}, ${versiegelt}, ${nachfolge === null ? null : json(nachfolge)}, ${now})
      on conflict do nothing`,
  );
  return inserted === 1;
}
