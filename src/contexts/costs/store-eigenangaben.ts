import { sql } from 'kysely';
import { change, json, rowsOf, type TenantId, type Tx } from '#platform';
import type { Rechnungsangaben } from './domain/rechnungsangaben.ts';
import { angabenOf } from './store-rechnungsangaben.ts';

/** What a Kommune said of itself, in one Fassung. */
export interface Eigenangabe {
  readonly kennung: string;
  readonly fassung: number;
  readonly angaben: Rechnungsangaben;
  readonly angegebenAm: Date;
  /** The actor. */
  readonly angegebenVon: string;
}

type Row = Omit<Eigenangabe, 'angaben'> & { readonly inhalt: unknown };

/** Every Fassung of the transaction's Kommune, the newest first. */
export async function readEigenangaben(tx: Tx): Promise<readonly Eigenangabe[]> {
  const rows = await rowsOf(
    tx,
    sql<Row>`select kennung, fassung, inhalt, angegeben_am as "angegebenAm", angegeben_von as "angegebenVon"
      from costs.eigenangaben where tenant_id = (select platform.tenant()) order by fassung desc`,
  );
  return rows.map(({ inhalt, ...row }) => ({ ...row, angaben: angabenOf(inhalt) }));
}

/** Writes the next Fassung; `false` where somebody else wrote it meanwhile. */
export async function insertEigenangabe(
  tx: Tx,
  tenant: TenantId,
  { kennung, fassung, angaben, angegebenAm }: Omit<Eigenangabe, 'angegebenVon'>,
): Promise<boolean> {
  const rows = await change(
    tx,
    sql`insert into costs.eigenangaben (tenant_id, kennung, fassung, inhalt, angegeben_am)
      values (${tenant}, ${kennung}, ${fassung}, ${json(angaben)}, ${angegebenAm}) on conflict do nothing`,
  );
  return rows === 1;
}

/** The houses that ever billed the transaction's Kommune, by name. */
export function readRechnungshaeuser(
  tx: Tx,
): Promise<readonly { readonly tenant: string; readonly name: string }[]> {
  return rowsOf(
    tx,
    sql<{ tenant: string; name: string }>`select tenant_id as tenant, max(haus) as name from costs.anteil
      where recipient_id = (select platform.tenant()) group by tenant_id order by name, tenant_id`,
  );
}
