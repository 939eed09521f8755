import { sql } from 'kysely';
import { change, rowsOf, type TenantId, type Tx } from '#platform';
import {
  type Loeschgrund,
  type NachweisDatei,
  tageNachErsatz,
  tageOhneAngabe,
} from './domain/nachweis-datei.ts';

const own = sql`d.tenant_id = (select platform.tenant())`;

/** A file as it lies in the database: name and key sealed under the Kommune's key, the content under its own. */
export interface SealedDatei extends Omit<NachweisDatei, 'name'> {
  readonly nameSealed: Buffer | null;
  readonly schluesselSealed: Buffer | null;
}

const columns = sql`d.id, d.leistung_id as "leistungId", d.name_sealed as "nameSealed", d.media_type as "mediaType",
  d.bytes, d.sha256, d.schluessel_sealed as "schluesselSealed", d.hochgeladen_am as "hochgeladenAm",
  d.geloescht_am as "geloeschtAm", d.geloescht_grund as "geloeschtGrund"`;

/** Keeps a sealed file of the transaction's tenant. */
export async function insertDatei(
  tx: Tx,
  tenant: TenantId,
  datei: Omit<SealedDatei, 'geloeschtAm' | 'geloeschtGrund'> & { readonly inhalt: Buffer },
): Promise<void> {
  const { id, leistungId, nameSealed, mediaType, bytes, sha256, schluesselSealed, inhalt, hochgeladenAm } =
    datei;
  await change(
    tx,
    sql`insert into compass.nachweis_datei
      (tenant_id, id, leistung_id, name_sealed, media_type, bytes, sha256, schluessel_sealed, inhalt, hochgeladen_am)
      values (${tenant}, ${id}, ${leistungId}, ${nameSealed}, ${mediaType}, ${bytes}, ${sha256}, ${schluesselSealed},
        ${inhalt}, ${hochgeladenAm})`,
  );
}

/** Files by their ids, without their contents; those that nobody kept are left out. */
export function readDateien(tx: Tx, ids: readonly string[]): Promise<readonly SealedDatei[]> {
  if (ids.length === 0) return Promise.resolve([]);
  return rowsOf(
    tx,
    sql<SealedDatei>`select ${columns} from compass.nachweis_datei d
      where ${own} and d.id = any (${[...ids]}::uuid[])`,
  );
}

/** The sealed content of a file; `null` once it is deleted. */
export async function readInhalt(tx: Tx, id: string): Promise<Buffer | null> {
  const [row] = await rowsOf(
    tx,
    sql<{
      inhalt: Buffer | null;
    }>`select d.inhalt from compass.nachweis_datei d where ${own} and d.id = ${id}::uuid`,
  );
  return row?.inhalt ?? null;
}

/** Takes name, key and content of a file away; gives whether there was something to take. */
export async function deleteDatei(tx: Tx, id: string, grund: Loeschgrund, now: Date): Promise<boolean> {
  const deleted = await change(
    tx,
    sql`update compass.nachweis_datei d set name_sealed = null, schluessel_sealed = null, inhalt = null,
      geloescht_am = ${now}, geloescht_grund = ${grund}
      where ${own} and d.id = ${id}::uuid and d.geloescht_am is null`,
  );
  return deleted === 1;
}

/** Files whose time is over, each with the reason: replaced a year ago, or never named by a statement. */
export function dueDateien(
  tx: Tx,
  now: Date,
): Promise<readonly { readonly id: string; readonly grund: Loeschgrund }[]> {
  const ago = (days: number) => new Date(now.getTime() - days * 86_400_000);
  return rowsOf(
    tx,
    sql<{ id: string; grund: Loeschgrund }>`with kept as (
        select d.tenant_id, d.id, d.hochgeladen_am from compass.nachweis_datei d where ${own} and d.geloescht_am is null
      ), named as (
        select k.id, i.leistung_id, max(i.fassung) as zuletzt from kept k
          join compass.stand_intern i on i.tenant_id = k.tenant_id and i.nachweis_datei = k.id group by k.id, i.leistung_id
      ), replaced as (
        select n.id, n.leistung_id, (select min(s.angegeben_am) from compass.stand s
          where s.tenant_id = (select platform.tenant()) and s.leistung_id = n.leistung_id and s.fassung > n.zuletzt) as am
        from named n
      )
      select k.id, 'nie-genannt' as grund from kept k
        where k.hochgeladen_am < ${ago(tageOhneAngabe)} and not exists (select from named n where n.id = k.id)
      union all
      select r.id, 'ersetzt' from replaced r group by r.id
        having bool_and(r.am is not null and r.am < ${ago(tageNachErsatz)})`,
  );
}
