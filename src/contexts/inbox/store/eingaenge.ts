import { sql } from 'kysely';
import type { LocalDate } from '#kernel';
import { change, type DataKey, rowOf, rowsOf, type TenantId, type Tx } from '#platform';
import { type Inhalt, inhaltSchema } from '../domain/antrag.ts';
import type { Zustand } from '../domain/zustand.ts';

/** What stands of a case in clear. */
export interface Eingang {
  /** The submission's id. */
  readonly id: string;
  readonly nummer: string;
  readonly leistung: string;
  /** The office whose case it is, a Zustellpunkt: the one that received it, or another one of the house since. */
  readonly stelle: string;
  readonly zustand: Zustand;
  /** The member who works on it. */
  readonly bearbeiter: string | null;
  readonly version: number;
  readonly eingegangenAm: Date;
  readonly geaendertAm: Date;
  readonly abgeschlossenAm: Date | null;
  readonly loeschenAm: LocalDate | null;
}

/** A row with its sealed content, which is `null` once it was deleted. */
export type StoredEingang = Eingang & { readonly inhalt: Buffer | null };

const clear = sql`id, nummer, leistung, stelle, zustand, bearbeiter, version, eingegangen_am as "eingegangenAm",
  geaendert_am as "geaendertAm", abgeschlossen_am as "abgeschlossenAm", loeschen_am as "loeschenAm"`;

const placeOf = (id: string) => ({ table: 'inbox.eingang', column: 'inhalt', row: id });

export function sealInhalt(key: DataKey, id: string, inhalt: Inhalt): Buffer {
  return key.seal(placeOf(id), JSON.stringify(inhalt));
}

export function openInhalt(key: DataKey, id: string, sealed: Buffer): Inhalt {
  return inhaltSchema.parse(JSON.parse(key.open(placeOf(id), sealed)));
}

export async function insertEingang(
  tx: Tx,
  tenant: TenantId,
  row: Pick<
    StoredEingang,
    'id' | 'nummer' | 'leistung' | 'stelle' | 'eingegangenAm' | 'geaendertAm' | 'inhalt'
  >,
): Promise<void> {
  await change(
    tx,
    sql`insert into inbox.eingang (tenant_id, id, nummer, leistung, stelle, eingegangen_am, geaendert_am, inhalt)
      values (${tenant}, ${row.id}, ${row.nummer}, ${row.leistung}, ${row.stelle}, ${row.eingegangenAm},
        ${row.geaendertAm}, ${row.inhalt})`,
  );
}

/** The numbers of a tenant that are `nummer` or begin with it and a hyphen. */
export async function numbersLike(tx: Tx, tenant: TenantId, nummer: string): Promise<readonly string[]> {
  const rows = await rowsOf(
    tx,
    sql<{ nummer: string }>`select nummer from inbox.eingang
      where tenant_id = ${tenant} and (nummer = ${nummer} or starts_with(nummer, ${`${nummer}-`}))`,
  );
  return rows.map((row) => row.nummer);
}

/** Makes arrivals of the same number wait for each other until the transaction ends. */
export async function lockNumber(tx: Tx, tenant: TenantId, nummer: string): Promise<void> {
  await rowsOf(tx, sql`select pg_advisory_xact_lock(7243914, hashtext(${`${tenant}:${nummer}`}))`);
}

/** All cases of a tenant that still have content, newest first; the content itself only where `opened` asks for it. */
export function eingaengeOf(tx: Tx, tenant: TenantId, opened: boolean): Promise<readonly StoredEingang[]> {
  return rowsOf(
    tx,
    sql<StoredEingang>`select ${clear}, ${opened ? sql`inhalt` : sql`null`} as inhalt from inbox.eingang
      where tenant_id = ${tenant} and zustand <> 'geloescht' order by eingegangen_am desc, id`,
  );
}

export function eingangByNummer(tx: Tx, tenant: TenantId, nummer: string): Promise<StoredEingang | null> {
  return rowOf(
    tx,
    sql<StoredEingang>`select ${clear}, inhalt from inbox.eingang where tenant_id = ${tenant} and nummer = ${nummer}`,
  );
}

export function eingangById(tx: Tx, tenant: TenantId, id: string): Promise<StoredEingang | null> {
  return rowOf(
    tx,
    sql<StoredEingang>`select ${clear}, inhalt from inbox.eingang where tenant_id = ${tenant} and id = ${id}`,
  );
}

/** The case, locked until the transaction ends. */
export function lockEingang(tx: Tx, tenant: TenantId, id: string): Promise<StoredEingang | null> {
  return rowOf(
    tx,
    sql<StoredEingang>`select ${clear}, inhalt from inbox.eingang where tenant_id = ${tenant} and id = ${id} for update`,
  );
}

/** Writes what a change made of a case; its version grows by one. */
export async function updateEingang(tx: Tx, tenant: TenantId, next: Eingang): Promise<void> {
  await change(
    tx,
    sql`update inbox.eingang set zustand = ${next.zustand}, bearbeiter = ${next.bearbeiter}, stelle = ${next.stelle},
        version = version + 1, geaendert_am = ${next.geaendertAm}, abgeschlossen_am = ${next.abgeschlossenAm}, loeschen_am = ${next.loeschenAm}
      where tenant_id = ${tenant} and id = ${next.id}`,
  );
}

/** The cases whose deletion day has come, oldest first. */
export async function dueEingaenge(tx: Tx, tenant: TenantId, today: LocalDate): Promise<readonly string[]> {
  const rows = await rowsOf(
    tx,
    sql<{ id: string }>`select id from inbox.eingang
      where tenant_id = ${tenant} and zustand <> 'geloescht' and loeschen_am <= ${today} order by loeschen_am, id`,
  );
  return rows.map(({ id }) => id);
}

/** Takes content, history, scan results, waiting post and assignee away; the row stays as proof. */
export async function eraseEingang(tx: Tx, tenant: TenantId, id: string, now: Date): Promise<void> {
  await change(tx, sql`delete from inbox.post where tenant_id = ${tenant} and submission_id = ${id}`);
  await change(tx, sql`delete from inbox.inhaltsfassung where tenant_id = ${tenant} and eingang_id = ${id}`);
  await change(tx, sql`delete from inbox.nachforderung where tenant_id = ${tenant} and eingang_id = ${id}`);
  await change(tx, sql`delete from inbox.pruefung where tenant_id = ${tenant} and eingang_id = ${id}`);
  await change(tx, sql`delete from inbox.eintrag where tenant_id = ${tenant} and eingang_id = ${id}`);
  await change(
    tx,
    sql`update inbox.eingang set zustand = 'geloescht', inhalt = null, bearbeiter = null, version = version + 1,
        geaendert_am = ${now} where tenant_id = ${tenant} and id = ${id}`,
  );
}

/** How many cases came, by Leistung: counts only. */
export async function countsByLeistung(tx: Tx, tenant: TenantId): Promise<ReadonlyMap<string, number>> {
  const rows = await rowsOf(
    tx,
    sql<{ leistung: string; zahl: number }>`select leistung, count(*)::int as zahl from inbox.eingang
      where tenant_id = ${tenant} group by leistung`,
  );
  return new Map(rows.map(({ leistung, zahl }) => [leistung, zahl]));
}
