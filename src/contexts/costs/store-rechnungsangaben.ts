import { type RawBuilder, sql } from 'kysely';
import { z } from 'zod';
import { change, json, rowOf, rowsOf, type TenantId, type Tx } from '#platform';
import { ohneAngaben, type Rechnungsangaben } from './domain/rechnungsangaben.ts';

/** Billing particulars as they stood from a moment on: what the house said, or what the Kommune said of itself. */
export interface Angabenstand {
  readonly kennung: string;
  /** Counts what both said, in the order of time. */
  readonly fassung: number;
  readonly von: 'haus' | 'kommune';
  readonly angaben: Rechnungsangaben;
  /** What stood before; `null` for the first. */
  readonly vorher: Rechnungsangaben | null;
  readonly angegebenAm: Date;
}

type Row = Omit<Angabenstand, 'angaben' | 'vorher'> & { readonly inhalt: unknown; readonly frueher: unknown };

const texts = z.record(z.string(), z.string());
const own = sql`tenant_id = (select platform.tenant())`;

/** Particulars as they are kept. */
export function angabenOf(inhalt: unknown): Rechnungsangaben {
  return { ...ohneAngaben, ...texts.parse(inhalt) };
}

const standOf = ({ inhalt, frueher, ...row }: Row): Angabenstand => ({
  ...row,
  angaben: angabenOf(inhalt),
  vorher: frueher === null ? null : angabenOf(frueher),
});

/** Everything that was said under a key, or under any: by the transaction's house, and by the Kommunen that it may read. */
const gesagt = (only: RawBuilder<unknown>) => sql`(select kennung, von, inhalt, angegeben_am as "angegebenAm",
    row_number() over folge::int as fassung, lag(inhalt) over folge as frueher
  from (select kennung, fassung, 'haus' as von, inhalt, angegeben_am from costs.rechnungsangaben where ${own}
    union all select kennung, fassung, 'kommune', inhalt, angegeben_am from costs.eigenangaben
      where tenant_id <> (select platform.tenant())) beide
  where ${only} window folge as (partition by kennung order by angegeben_am, von, fassung))`;

/** The particulars of the transaction's house and of its payers as they stand, the house first. */
export function readAlleAngaben(tx: Tx): Promise<readonly Angabenstand[]> {
  return readStand(tx, sql`true`);
}

/** The particulars under these keys as they stand. */
export function readAngaben(tx: Tx, kennungen: readonly string[]): Promise<readonly Angabenstand[]> {
  return readStand(tx, sql`kennung = any (${[...kennungen]}::text[])`);
}

async function readStand(tx: Tx, only: RawBuilder<unknown>): Promise<readonly Angabenstand[]> {
  const rows = await rowsOf(
    tx,
    sql<Row>`select * from (select distinct on (kennung) * from ${gesagt(only)} alles
      order by kennung, fassung desc) newest order by kennung <> 'HAUS', inhalt ->> 'name', kennung`,
  );
  return rows.map(standOf);
}

/** Everything that was said under one key, the newest first. */
export async function readAngabenverlauf(tx: Tx, kennung: string): Promise<readonly Angabenstand[]> {
  const rows = await rowsOf(
    tx,
    sql<Row>`select * from ${gesagt(sql`kennung = ${kennung}`)} alles order by fassung desc`,
  );
  return rows.map(standOf);
}

/** How often anything was stated: what was made of fewer statements may be out of date. */
export async function countAngaben(tx: Tx): Promise<number> {
  const row = await rowOf(
    tx,
    sql<{ zahl: number }>`select (select count(*) from costs.rechnungsangaben where ${own})::int
      + (select count(*) from costs.eigenangaben where tenant_id <> (select platform.tenant()))::int as zahl`,
  );
  return row?.zahl ?? 0;
}

/** Writes what the house says next; `false` where somebody else of it wrote meanwhile. */
export async function insertAngaben(
  tx: Tx,
  tenant: TenantId,
  { kennung, angaben, angegebenAm }: Pick<Angabenstand, 'kennung' | 'angaben' | 'angegebenAm'>,
): Promise<boolean> {
  const rows = await change(
    tx,
    sql`insert into costs.rechnungsangaben (tenant_id, kennung, fassung, inhalt, angegeben_am)
      select ${tenant}::uuid, ${kennung}, coalesce(max(fassung), 0) + 1, ${json(angaben)}, ${angegebenAm}::timestamptz
      from costs.rechnungsangaben where tenant_id = ${tenant} and kennung = ${kennung} on conflict do nothing`,
  );
  return rows === 1;
}
