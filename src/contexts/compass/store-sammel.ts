import { sql } from 'kysely';
import { change, json, rowsOf, type TenantId, type Tx } from '#platform';
import type { Sammel, SammelErgebnis, SammelZeile, Tabelle, TabellenWahl } from './domain/sammel.ts';

const head = sql`id, art, titel, erstellt_am as "erstelltAm", erstellt_von as "erstelltVon", vorgang,
  angewendet_am as "angewendetAm", zurueck_am as "zurueckAm"`;
const own = sql`tenant_id = (select platform.tenant())`;

/** Enters a bulk change. */
export async function insertSammel(
  tx: Tx,
  tenant: TenantId,
  sammel: Pick<Sammel, 'id' | 'art' | 'titel' | 'erstelltAm'> &
    Partial<Pick<Sammel, 'zeilen' | 'tabelle' | 'wahl' | 'angewendetAm' | 'ergebnis'>>,
): Promise<void> {
  await change(
    tx,
    sql`insert into compass.sammel (tenant_id, id, art, titel, erstellt_am, spalten, tabelle, zeilen, angewendet_am,
        ergebnis)
      values (${tenant}, ${sammel.id}, ${sammel.art}, ${sammel.titel}, ${sammel.erstelltAm},
        ${jsonOrNull(sammel.wahl)}, ${jsonOrNull(sammel.tabelle)}, ${jsonOrNull(sammel.zeilen)},
        ${sammel.angewendetAm ?? null}, ${jsonOrNull(sammel.ergebnis)})`,
  );
}

function jsonOrNull(value: unknown) {
  return value === undefined || value === null ? sql`null` : json(value);
}

/** Keeps the file of a bulk change until the worker has read it. */
export async function putDatei(tx: Tx, id: string, datei: Buffer): Promise<void> {
  await change(tx, sql`update compass.sammel set datei = ${datei} where ${own} and id = ${id}`);
}

/** The file of a bulk change; `null` once it was read. */
export async function readDatei(tx: Tx, id: string): Promise<Buffer | null> {
  const [row] = await rowsOf(
    tx,
    sql<{ datei: Buffer | null }>`select datei from compass.sammel where ${own} and id = ${id}`,
  );
  return row?.datei ?? null;
}

/** Everything about one bulk change; `forUpdate` lets nobody else apply it meanwhile. */
export async function readSammel(tx: Tx, id: string, forUpdate = false): Promise<Sammel | null> {
  const [row] = await rowsOf(
    tx,
    sql<Sammel>`select ${head}, tabelle, spalten as wahl, zeilen, ergebnis, zurueck from compass.sammel
      where ${own} and id = ${id} ${forUpdate ? sql`for update` : sql``}`,
  );
  return row ?? null;
}

/** A bulk change as lists name it. */
export type SammelKopf = Pick<
  Sammel,
  'id' | 'art' | 'titel' | 'erstelltAm' | 'erstelltVon' | 'angewendetAm' | 'zurueckAm'
> & { readonly geschrieben: number };

/** The newest bulk changes that were applied. */
export function readSammelKoepfe(tx: Tx, most: number): Promise<readonly SammelKopf[]> {
  return rowsOf(
    tx,
    sql<SammelKopf>`select ${head}, jsonb_array_length(ergebnis -> 'geschrieben') as geschrieben from compass.sammel
      where ${own} and angewendet_am is not null order by angewendet_am desc limit ${most}`,
  );
}

/** Keeps what was read from the file, and lets go of the file. */
export async function putTabelle(
  tx: Tx,
  id: string,
  { tabelle, wahl }: { readonly tabelle: Tabelle; readonly wahl: TabellenWahl },
): Promise<void> {
  await change(
    tx,
    sql`update compass.sammel set tabelle = ${json(tabelle)}, spalten = ${json(wahl)}, datei = null
      where ${own} and id = ${id}`,
  );
}

export async function putWahl(tx: Tx, id: string, wahl: TabellenWahl): Promise<void> {
  await change(tx, sql`update compass.sammel set spalten = ${json(wahl)} where ${own} and id = ${id}`);
}

export async function putZeilen(tx: Tx, id: string, zeilen: readonly SammelZeile[]): Promise<void> {
  await change(tx, sql`update compass.sammel set zeilen = ${json(zeilen)} where ${own} and id = ${id}`);
}

export async function putVorgang(tx: Tx, id: string, vorgang: string): Promise<void> {
  await change(tx, sql`update compass.sammel set vorgang = ${vorgang} where ${own} and id = ${id}`);
}

export async function putErgebnis(tx: Tx, id: string, ergebnis: SammelErgebnis, at: Date): Promise<void> {
  await change(
    tx,
    sql`update compass.sammel set ergebnis = ${json(ergebnis)}, angewendet_am = ${at}, tabelle = null
      where ${own} and id = ${id}`,
  );
}

export async function putZurueck(tx: Tx, id: string, zurueck: SammelErgebnis, at: Date): Promise<void> {
  await change(
    tx,
    sql`update compass.sammel set zurueck = ${json(zurueck)}, zurueck_am = ${at} where ${own} and id = ${id}`,
  );
}

/** Forgets what nobody took over within a week, and what was taken over a month ago; the statements stay. */
export async function forgetSammel(tx: Tx, now: Date): Promise<void> {
  const before = (days: number) => new Date(now.getTime() - days * 86_400_000);
  await change(
    tx,
    sql`delete from compass.sammel where ${own} and (erstellt_am < ${before(30)}
      or (angewendet_am is null and erstellt_am < ${before(7)}))`,
  );
}
