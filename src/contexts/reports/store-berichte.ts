import { type RawBuilder, sql } from 'kysely';
import type { LocalDate } from '#kernel';
import type { Tx } from '#platform';
import type { GewaehlterAbschnitt } from './domain/abschnitt.ts';
import type { BerichtFassung, Schritt } from './domain/bericht.ts';
import type { Bestand } from './domain/bestand.ts';

/** The rows of a query. */
export async function rowsOf<Row>(tx: Tx, query: RawBuilder<Row>): Promise<readonly Row[]> {
  return (await query.execute(tx.as())).rows;
}

const own = sql`tenant_id = (select platform.tenant())`;

export interface BerichtRow {
  readonly id: string;
  readonly nummer: number;
  readonly angelegtAm: Date;
  readonly angelegtVon: string;
}

const berichtColumns = sql`id, nummer, angelegt_am as "angelegtAm", angelegt_von as "angelegtVon"`;

/** Gives the next number of the Kommune to a new report. */
export async function insertBericht(tx: Tx, id: string, now: Date): Promise<number> {
  const [row] = await rowsOf(
    tx,
    sql<{ nummer: number }>`insert into reports.bericht (tenant_id, id, nummer, angelegt_am)
      select platform.tenant(), ${id}, coalesce(max(nummer), 0) + 1, ${now} from reports.bericht where ${own}
      returning nummer`,
  );
  if (!row) throw new Error('a report was not taken');
  return row.nummer;
}

export function readBerichte(tx: Tx): Promise<readonly BerichtRow[]> {
  return rowsOf(
    tx,
    sql<BerichtRow>`select ${berichtColumns} from reports.bericht where ${own} order by nummer desc`,
  );
}

/** Locks what happens to one report until the transaction ends. */
export async function lockBericht(tx: Tx, id: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`reports.bericht ${id}`}, 0))`.execute(tx.as());
}

const fassungColumns = sql`fassung, bestand, titel, einleitung, abschnitte, geschrieben_am as "geschriebenAm",
  geschrieben_von as "geschriebenVon"`;

export function readFassungen(
  tx: Tx,
  id?: string,
): Promise<readonly (BerichtFassung & { readonly berichtId: string; readonly stichtag: LocalDate })[]> {
  const named = id === undefined ? sql`true` : sql`bericht_id = ${id}`;
  return rowsOf(
    tx,
    sql`select bericht_id as "berichtId", ${fassungColumns}, (select b.stichtag from reports.bestand b
        where b.tenant_id = f.tenant_id and b.bericht_id = f.bericht_id and b.nummer = f.bestand) as stichtag
      from reports.fassung f where ${own} and ${named} order by bericht_id, fassung`,
  );
}

/** What a person wrote; the rest follows. */
export interface NeueFassung {
  readonly titel: string;
  readonly einleitung: string;
  readonly abschnitte: readonly GewaehlterAbschnitt[];
}

export async function insertFassung(
  tx: Tx,
  id: string,
  { titel, einleitung, abschnitte }: NeueFassung,
  { fassung, bestand, now }: { readonly fassung: number; readonly bestand: number; readonly now: Date },
): Promise<void> {
  await sql`insert into reports.fassung (tenant_id, bericht_id, fassung, bestand, titel, einleitung, abschnitte,
      geschrieben_am)
    values (platform.tenant(), ${id}, ${fassung}, ${bestand}, ${titel}, ${einleitung},
      ${JSON.stringify(abschnitte)}::jsonb, ${now})`.execute(tx.as());
}

export async function insertBestand(
  tx: Tx,
  id: string,
  nummer: number,
  bestand: Bestand,
  now: Date,
): Promise<void> {
  await sql`insert into reports.bestand (tenant_id, bericht_id, nummer, stichtag, gezogen_am, inhalt)
    values (platform.tenant(), ${id}, ${nummer}, ${bestand.stichtag}, ${now}, ${JSON.stringify(bestand)}::jsonb)`.execute(
    tx.as(),
  );
}

export async function readBestand(
  tx: Tx,
  id: string,
  nummer: number,
): Promise<{ readonly inhalt: Bestand; readonly gezogenAm: Date } | null> {
  const [row] = await rowsOf(
    tx,
    sql<{ inhalt: Bestand; gezogenAm: Date }>`select inhalt, gezogen_am as "gezogenAm" from reports.bestand
      where ${own} and bericht_id = ${id} and nummer = ${nummer}`,
  );
  return row ?? null;
}

export function readSchritte(
  tx: Tx,
  id?: string,
): Promise<readonly (Schritt & { readonly berichtId: string })[]> {
  const named = id === undefined ? sql`true` : sql`bericht_id = ${id}`;
  return rowsOf(
    tx,
    sql`select bericht_id as "berichtId", nummer, art, fassung, begruendung, gegangen_am as "gegangenAm",
        gegangen_von as "gegangenVon"
      from reports.schritt where ${own} and ${named} order by bericht_id, nummer`,
  );
}

export async function insertSchritt(
  tx: Tx,
  id: string,
  { nummer, art, fassung, begruendung, gegangenAm }: Omit<Schritt, 'gegangenVon'>,
  vorgelegtVon: string | null,
): Promise<void> {
  await sql`insert into reports.schritt (tenant_id, bericht_id, nummer, art, fassung, begruendung, gegangen_am,
      vorgelegt_von)
    values (platform.tenant(), ${id}, ${nummer}, ${art}, ${fassung}, ${begruendung}, ${gegangenAm}, ${vorgelegtVon})`.execute(
    tx.as(),
  );
}
