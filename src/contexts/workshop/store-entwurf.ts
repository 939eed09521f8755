import { type RawBuilder, sql } from 'kysely';
import { keineTestfaelle } from '#forms/testfaelle';
import type { TenantId, Tx } from '#platform';
import type { Json } from './domain/json.ts';
import type { Dokumente } from './domain/unterschied.ts';
import type { Schritt } from './domain/verlauf.ts';

export async function rowsOf<Row>(tx: Tx, query: RawBuilder<Row>): Promise<readonly Row[]> {
  return (await query.execute(tx.as())).rows;
}

export async function change(tx: Tx, statement: RawBuilder<unknown>): Promise<number> {
  return Number((await statement.execute(tx.as())).numAffectedRows ?? 0n);
}

export function json(value: unknown): RawBuilder<unknown> {
  return sql`${JSON.stringify(value)}::jsonb`;
}

/** A step with what stands in the history. */
export interface SchrittZeile extends Schritt {
  readonly dienst: string;
  readonly was: string;
  /** The title of the service after it; `null` where the step carries no content. */
  readonly titel: string | null;
  readonly am: Date;
  readonly von: string;
}

const own = sql`tenant_id = (select platform.tenant())`;

/** The steps of one draft, or of all drafts of the house, in order. */
export function readSchritte(tx: Tx, dienst: string | null): Promise<readonly SchrittZeile[]> {
  return rowsOf(
    tx,
    sql<SchrittZeile>`select dienst, nummer, art, was, inhalt->'dienst'->>'title' as titel, gegangen_am as am,
        gegangen_von as von from workshop.schritt
      where ${own} ${dienst === null ? sql`` : sql`and dienst = ${dienst}`} order by dienst, nummer`,
  );
}

/** The draft on which somebody took the last step, by its name; `null` where they took none. */
export async function readZuletzt(tx: Tx, von: string): Promise<string | null> {
  const [row] = await rowsOf(
    tx,
    sql<{ dienst: string }>`select dienst from workshop.schritt where ${own} and gegangen_von = ${von}
      order by gegangen_am desc limit 1`,
  );
  return row?.dienst ?? null;
}

/** The title of a service as it was at a step. */
export async function readTitel(tx: Tx, dienst: string, nummer: number): Promise<string> {
  const [row] = await rowsOf(
    tx,
    sql<{ titel: string | null }>`select inhalt->'dienst'->>'title' as titel from workshop.schritt
      where ${own} and dienst = ${dienst} and nummer <= ${nummer} and inhalt is not null
      order by nummer desc limit 1`,
  );
  return row?.titel ?? dienst;
}

/** The documents as they are after a step; `null` where it carries none. */
export async function readInhalt(tx: Tx, dienst: string, nummer: number): Promise<Dokumente | null> {
  const [row] = await rowsOf(
    tx,
    sql<{ inhalt: Gespeichert }>`select inhalt from workshop.schritt
      where ${own} and dienst = ${dienst} and nummer = ${nummer} and inhalt is not null`,
  );
  return row ? dokumenteAus(row.inhalt) : null;
}

/** Documents as a row keeps them; old rows may lack the newer ones. */
export interface Gespeichert {
  readonly dienst: Json;
  readonly formular: Json;
  readonly testfaelle?: Json;
}

export function dokumenteAus({ dienst, formular, testfaelle = keineTestfaelle }: Gespeichert): Dokumente {
  return { dienst, formular, testfaelle };
}

/** Inserts a draft; `false` where the house has one of this name. */
export async function insertWerkstueck(tx: Tx, tenant: TenantId, dienst: string, at: Date): Promise<boolean> {
  const inserted = await change(
    tx,
    sql`insert into workshop.werkstueck (tenant_id, dienst, angelegt_am) values (${tenant}, ${dienst}, ${at})
      on conflict do nothing`,
  );
  return inserted === 1;
}

export interface NeuerSchritt extends Schritt {
  readonly dienst: string;
  readonly was: string;
  readonly inhalt: Dokumente | null;
  readonly hash: string | null;
  readonly am: Date;
}

/** Adds a step after the last; `false` where somebody else took its number. */
export async function insertSchritt(tx: Tx, tenant: TenantId, schritt: NeuerSchritt): Promise<boolean> {
  const { dienst, nummer, art, was, inhalt, hash, am } = schritt;
  const inserted = await change(
    tx,
    sql`insert into workshop.schritt (tenant_id, dienst, nummer, art, was, inhalt, hash, gegangen_am)
      values (${tenant}, ${dienst}, ${nummer}, ${art}, ${was.slice(0, 300)}, ${inhalt === null ? null : json(inhalt)}, ${hash}, ${am})
      on conflict do nothing`,
  );
  return inserted === 1;
}
