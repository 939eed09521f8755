import { sql } from 'kysely';
import type { TenantId, Tx } from '#platform';
import type { Dokumente } from './domain/unterschied.ts';
import { change, dokumenteAus, type Gespeichert, json, rowsOf } from './store-entwurf.ts';

export type Entscheidung = 'veroeffentlicht' | 'abgelehnt' | 'zurueckgezogen';

/** A draft that was proposed for publishing, and what became of it. */
export interface Vorlage {
  readonly dienst: string;
  readonly nummer: number;
  /** Whose content was proposed. */
  readonly schritt: number;
  readonly nachricht: string;
  readonly vorgelegtAm: Date;
  readonly vorgelegtVon: string;
  readonly entscheidung: Entscheidung | null;
  readonly grund: string | null;
  readonly version: number | null;
  readonly entschiedenAm: Date | null;
  readonly entschiedenVon: string | null;
}

/** All proposals of one draft or of the house, oldest first. */
export function readVorlagen(tx: Tx, dienst: string | null): Promise<readonly Vorlage[]> {
  return rowsOf(
    tx,
    sql<Vorlage>`select v.dienst, v.nummer, v.schritt, v.nachricht, v.vorgelegt_am as "vorgelegtAm",
        v.vorgelegt_von as "vorgelegtVon", e.art as entscheidung, e.grund, e.version,
        e.entschieden_am as "entschiedenAm", e.entschieden_von as "entschiedenVon"
      from workshop.vorlage v left join workshop.entscheidung e using (tenant_id, dienst, nummer)
      where v.tenant_id = (select platform.tenant()) ${dienst === null ? sql`` : sql`and v.dienst = ${dienst}`}
      order by v.dienst, v.nummer`,
  );
}

/** Proposes; `false` where somebody else was faster. */
export async function insertVorlage(
  tx: Tx,
  tenant: TenantId,
  vorlage: Pick<Vorlage, 'dienst' | 'nummer' | 'schritt' | 'nachricht' | 'vorgelegtAm'>,
): Promise<boolean> {
  const { dienst, nummer, schritt, nachricht, vorgelegtAm } = vorlage;
  const inserted = await change(
    tx,
    sql`insert into workshop.vorlage (tenant_id, dienst, nummer, schritt, nachricht, vorgelegt_am)
      values (${tenant}, ${dienst}, ${nummer}, ${schritt}, ${nachricht}, ${vorgelegtAm}) on conflict do nothing`,
  );
  return inserted === 1;
}

/** Decides a proposal; `false` where somebody else was faster. */
export async function insertEntscheidung(
  tx: Tx,
  tenant: TenantId,
  vorlage: Pick<Vorlage, 'dienst' | 'nummer' | 'vorgelegtVon'>,
  decided: {
    readonly art: Entscheidung;
    readonly grund: string;
    readonly version: number | null;
    readonly am: Date;
  },
): Promise<boolean> {
  const { art, grund, version, am } = decided;
  const inserted = await change(
    tx,
    sql`insert into workshop.entscheidung (tenant_id, dienst, nummer, art, grund, version, vorgelegt_von, entschieden_am)
      values (${tenant}, ${vorlage.dienst}, ${vorlage.nummer}, ${art}, ${grund}, ${version}, ${vorlage.vorgelegtVon}, ${am})
      on conflict do nothing`,
  );
  return inserted === 1;
}

/** A published version, without its documents. */
export interface Fassung {
  readonly dienst: string;
  readonly version: number;
  readonly anbieterId: TenantId;
  readonly anbieter: string;
  readonly titel: string;
  readonly veroeffentlichtAm: Date;
}

/** Every published version, oldest first. */
export function readFassungen(tx: Tx): Promise<readonly Fassung[]> {
  return rowsOf(
    tx,
    sql<Fassung>`select dienst, version, anbieter_id as "anbieterId", anbieter, titel,
        veroeffentlicht_am as "veroeffentlichtAm" from workshop.fassung order by dienst, version`,
  );
}

/** The newest documents of every published service. */
export async function readNeueste(tx: Tx): Promise<readonly Dokumente[]> {
  const rows = await rowsOf(
    tx,
    sql<{ inhalt: Gespeichert }>`select distinct on (dienst) inhalt from workshop.fassung
      order by dienst, version desc`,
  );
  return rows.map(({ inhalt }) => dokumenteAus(inhalt));
}

/** How many versions were ever published; grows with every one. */
export async function countFassungen(tx: Tx): Promise<number> {
  const [row] = await rowsOf(tx, sql<{ zahl: number }>`select count(*)::int as zahl from workshop.fassung`);
  return row?.zahl ?? 0;
}

/** The documents of one published version. */
export async function readFassung(tx: Tx, dienst: string, version: number): Promise<Dokumente | null> {
  const [row] = await rowsOf(
    tx,
    sql<{
      inhalt: Gespeichert;
    }>`select inhalt from workshop.fassung where dienst = ${dienst} and version = ${version}`,
  );
  return row ? dokumenteAus(row.inhalt) : null;
}

/** Publishes; `false` where the version is taken. */
export async function insertFassung(
  tx: Tx,
  fassung: Fassung & { readonly inhalt: Dokumente; readonly hash: string },
): Promise<boolean> {
  const { dienst, version, anbieterId, anbieter, titel, inhalt, hash, veroeffentlichtAm } = fassung;
  const inserted = await change(
    tx,
    sql`insert into workshop.fassung (dienst, version, anbieter_id, anbieter, titel, inhalt, hash, veroeffentlicht_am)
      values (${dienst}, ${version}, ${anbieterId}, ${anbieter}, ${titel}, ${json(inhalt)}, ${hash}, ${veroeffentlichtAm})
      on conflict do nothing`,
  );
  return inserted === 1;
}
