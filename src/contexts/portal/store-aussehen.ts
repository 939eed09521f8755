import { sql } from 'kysely';
import { change, json, rowOf, rowsOf, type TenantId, type Tx } from '#platform';
import type { Aussehen } from './domain/aussehen.ts';

export type WappenArt = 'svg' | 'png';

/** A Wappen as it was rebuilt from what was handed in. */
export interface Wappen {
  readonly art: WappenArt;
  readonly bytes: Buffer;
}

/** A saved state of the look; citizens see it only once it is published. */
export interface AussehenFassung extends Aussehen {
  readonly nummer: number;
  readonly wappenArt: WappenArt | null;
  readonly gespeichertAm: Date;
}

/** What citizens see: the version that was published last, without the bytes. */
export interface Veroeffentlicht extends Aussehen {
  readonly tenant: string;
  readonly nummer: number;
  readonly cssHash: string;
  readonly wappenArt: WappenArt | null;
  readonly wappenHash: string | null;
  readonly veroeffentlichtAm: Date;
}

/** How the site of a Kommune looks now; `null` while nothing was ever published. */
export type AussehenLeser = (tenant: TenantId) => Promise<Veroeffentlicht | null>;

type WithContent<Row> = Omit<Row, keyof Aussehen> & { readonly inhalt: Aussehen };

const unpacked = <Row>({ inhalt, ...row }: WithContent<Row>) => ({ ...inhalt, ...row }) as Row;

/** The versions of the transaction's Kommune, the newest first. */
export async function readAussehen(tx: Tx): Promise<readonly AussehenFassung[]> {
  const rows = await rowsOf(
    tx,
    sql<WithContent<AussehenFassung>>`select nummer, inhalt, wappen_art as "wappenArt",
      gespeichert_am as "gespeichertAm" from portal.aussehen
      where tenant_id = (select platform.tenant()) order by nummer desc limit 50`,
  );
  return rows.map((row) => unpacked<AussehenFassung>(row));
}

/** The Wappen of a version, or `null`. */
export async function readWappen(tx: Tx, nummer: number): Promise<Wappen | null> {
  const row = await rowOf(
    tx,
    sql<{
      art: WappenArt | null;
      bytes: Buffer | null;
    }>`select wappen_art as art, wappen as bytes from portal.aussehen
      where tenant_id = (select platform.tenant()) and nummer = ${nummer}`,
  );
  return row?.art && row.bytes ? { art: row.art, bytes: row.bytes } : null;
}

/** Saves the version after the one that was read; `false` where somebody was faster. */
export async function insertAussehen(
  tx: Tx,
  tenant: TenantId,
  readNummer: number,
  aussehen: Aussehen,
  wappen: Wappen | null,
  am: Date,
): Promise<boolean> {
  const inserted = await change(
    tx,
    sql`insert into portal.aussehen (tenant_id, nummer, inhalt, wappen, wappen_art, gespeichert_am)
      select ${tenant}, ${readNummer} + 1, ${json(aussehen)}, ${wappen?.bytes ?? null}, ${wappen?.art ?? null}, ${am}
      where ${readNummer} = (select coalesce(max(nummer), 0) from portal.aussehen where tenant_id = ${tenant})
      on conflict do nothing`,
  );
  return inserted === 1;
}

/** What is published, with its files. */
export interface NeueVeroeffentlichung {
  readonly nummer: number;
  readonly aussehen: Aussehen;
  readonly css: string;
  readonly cssHash: string;
  readonly wappen: Wappen | null;
  readonly wappenHash: string | null;
  readonly am: Date;
}

/** Publishes after the publication that was read; `false` where somebody was faster. */
export async function insertVeroeffentlichung(
  tx: Tx,
  tenant: TenantId,
  { nummer, aussehen, css, cssHash, wappen, wappenHash, am }: NeueVeroeffentlichung,
): Promise<boolean> {
  const inserted = await change(
    tx,
    sql`insert into portal.aussehen_veroeffentlicht (tenant_id, lfd, nummer, inhalt, css, css_hash, wappen, wappen_art,
        wappen_hash, veroeffentlicht_am)
      select ${tenant}, coalesce(max(lfd), 0) + 1, ${nummer}, ${json(aussehen)}, ${css}, ${cssHash},
        ${wappen?.bytes ?? null}, ${wappen?.art ?? null}, ${wappenHash}, ${am}
      from portal.aussehen_veroeffentlicht where tenant_id = ${tenant}
      on conflict do nothing`,
  );
  return inserted === 1;
}

/** What each Kommune shows now. */
export async function readVeroeffentlichte(tx: Tx): Promise<readonly Veroeffentlicht[]> {
  const rows = await rowsOf(
    tx,
    sql<WithContent<Veroeffentlicht>>`select distinct on (tenant_id) tenant_id as tenant, nummer, inhalt,
      css_hash as "cssHash", wappen_art as "wappenArt", wappen_hash as "wappenHash",
      veroeffentlicht_am as "veroeffentlichtAm" from portal.aussehen_veroeffentlicht order by tenant_id, lfd desc`,
  );
  return rows.map((row) => unpacked<Veroeffentlicht>(row));
}

/** Another number after every publication. Cheap, for readers that hold a snapshot. */
export async function aussehenVersion(tx: Tx): Promise<number> {
  const row = await rowOf(
    tx,
    sql<{ zahl: number }>`select count(*)::int as zahl from portal.aussehen_veroeffentlicht`,
  );
  return row?.zahl ?? 0;
}

/** A published file of a Kommune by the hash of its content, or `null`. */
export async function readDatei(
  tx: Tx,
  tenant: TenantId,
  hash: string,
  art: 'css' | WappenArt,
): Promise<Buffer | string | null> {
  if (art === 'css') {
    const row = await rowOf(
      tx,
      sql<{ css: string }>`select css from portal.aussehen_veroeffentlicht
        where tenant_id = ${tenant} and css_hash = ${hash} limit 1`,
    );
    return row?.css ?? null;
  }
  const row = await rowOf(
    tx,
    sql<{ bytes: Buffer | null }>`select wappen as bytes from portal.aussehen_veroeffentlicht
      where tenant_id = ${tenant} and wappen_hash = ${hash} and wappen_art = ${art} limit 1`,
  );
  return row?.bytes ?? null;
}
