import { sql } from 'kysely';
import type { LocalDate } from '#kernel';
import { change, json, rowOf, rowsOf, type TenantId, type Tx } from '#platform';

/** A door as it is stored. */
export interface ZugangRow {
  readonly tenant: TenantId;
  readonly id: string;
  readonly tokenHash: Buffer;
  readonly dienst: string;
  readonly publicKey: Buffer;
  readonly privateKeySealed: Buffer;
  readonly loeschenAm: LocalDate;
}

/** A draft as it is stored: sealed answers, and their shape in clear. */
export interface EntwurfRow {
  readonly fassung: string;
  readonly version: number;
  readonly sealed: Buffer;
  readonly seite: string;
  readonly bearbeitetAm: Date;
}

/** What of a draft lies in clear. */
export interface Shape {
  readonly fields: readonly string[];
  readonly rows: Readonly<Record<string, number>>;
}

const zugangColumns = sql`tenant_id as tenant, id, token_hash as "tokenHash", dienst, public_key as "publicKey",
  private_key_sealed as "privateKeySealed", loeschen_am as "loeschenAm"`;

export async function insertZugang(tx: Tx, row: ZugangRow, now: Date): Promise<void> {
  await change(
    tx,
    sql`insert into applications.zugang (tenant_id, id, token_hash, dienst, public_key, private_key_sealed, angelegt_am,
        loeschen_am)
      values (${row.tenant}, ${row.id}, ${row.tokenHash}, ${row.dienst}, ${row.publicKey}, ${row.privateKeySealed},
        ${now}, ${row.loeschenAm})`,
  );
}

/** The door with this token, or with this id; nothing after its deletion day, even if the deletion is late. */
export function findZugang(
  tx: Tx,
  by: { readonly tokenHash: Buffer } | { readonly id: string },
  today: LocalDate,
): Promise<ZugangRow | null> {
  const condition = 'id' in by ? sql`id = ${by.id}::uuid` : sql`token_hash = ${by.tokenHash}`;
  return rowOf(
    tx,
    sql<ZugangRow>`select ${zugangColumns} from applications.zugang where ${condition} and loeschen_am > ${today}`,
  );
}

/** Makes all that change this door wait for each other. */
export async function lockZugang(tx: Tx, id: string): Promise<boolean> {
  return (await rowOf(tx, sql`select id from applications.zugang where id = ${id} for update`)) !== null;
}

export async function setZugangLoeschtag(tx: Tx, id: string, day: LocalDate): Promise<void> {
  await change(tx, sql`update applications.zugang set loeschen_am = ${day} where id = ${id}`);
}

export async function deleteZugang(tx: Tx, id: string): Promise<number> {
  return change(tx, sql`delete from applications.zugang where id = ${id}`);
}

export async function insertEntwurf(
  tx: Tx,
  { tenant, id }: Pick<ZugangRow, 'tenant' | 'id'>,
  row: EntwurfRow,
  shape: Shape,
): Promise<void> {
  await change(
    tx,
    sql`insert into applications.entwurf (tenant_id, id, fassung, version, inhalt_sealed, felder, zeilen, seite,
        bearbeitet_am)
      values (${tenant}, ${id}, ${row.fassung}, ${row.version}, ${row.sealed}, ${[...shape.fields]}::text[],
        ${json(shape.rows)}, ${row.seite}, ${row.bearbeitetAm})`,
  );
}

export function readEntwurf(tx: Tx, id: string): Promise<EntwurfRow | null> {
  return rowOf(
    tx,
    sql<EntwurfRow>`select fassung, version, inhalt_sealed as sealed, seite, bearbeitet_am as "bearbeitetAm"
      from applications.entwurf where id = ${id}`,
  );
}

/** Saves over exactly the version that was read; `false` where somebody else was faster. */
export async function updateEntwurf(
  tx: Tx,
  id: string,
  read: number,
  row: Omit<EntwurfRow, 'version'>,
  shape: Shape,
): Promise<boolean> {
  const reached = await change(
    tx,
    sql`update applications.entwurf set fassung = ${row.fassung}, version = ${read} + 1, inhalt_sealed = ${row.sealed},
        felder = ${[...shape.fields]}::text[], zeilen = ${json(shape.rows)}, seite = ${row.seite},
        bearbeitet_am = ${row.bearbeitetAm}
      where id = ${id} and version = ${read}`,
  );
  return reached === 1;
}

export async function deleteEntwurf(tx: Tx, id: string): Promise<void> {
  await change(tx, sql`delete from applications.entwurf where id = ${id}`);
}

/** Drafts whose day has come. */
export function dueEntwuerfe(
  tx: Tx,
  today: LocalDate,
): Promise<readonly { readonly id: string; readonly dienst: string; readonly loeschenAm: LocalDate }[]> {
  return rowsOf(
    tx,
    sql<{
      id: string;
      dienst: string;
      loeschenAm: LocalDate;
    }>`select z.id, z.dienst, z.loeschen_am as "loeschenAm"
      from applications.zugang z join applications.entwurf e on e.tenant_id = z.tenant_id and e.id = z.id
      where z.loeschen_am <= ${today} order by z.loeschen_am, z.id limit 500`,
  );
}

/** What lies in clear of the drafts of a service: version, answered fields, rows, page. */
export function readShapes(
  tx: Tx,
  dienst: string,
): Promise<readonly (Shape & { readonly fassung: string; readonly seite: string })[]> {
  return rowsOf(
    tx,
    sql<
      Shape & { fassung: string; seite: string }
    >`select e.fassung, e.felder as fields, e.zeilen as rows, e.seite
      from applications.zugang z join applications.entwurf e on e.tenant_id = z.tenant_id and e.id = z.id
      where z.dienst = ${dienst}`,
  );
}
