import { sql } from 'kysely';
import { change, rowOf, rowsOf, type Tx } from '#platform';
import type { Neuerungsblatt } from '../domain/neuerung.ts';

/** A file of a session, without its content. */
export interface Material {
  readonly id: string;
  readonly providerId: string;
  readonly sitzungId: string;
  readonly punktId: string | null;
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly hochgeladenAm: Date;
}

const columns = sql`id, provider_id as "providerId", sitzung_id as "sitzungId", punkt_id as "punktId", name,
  media_type as "mediaType", bytes, sha256, hochgeladen_am as "hochgeladenAm"`;

export function readMaterialien(tx: Tx, sitzungId: string): Promise<readonly Material[]> {
  return rowsOf(
    tx,
    sql<Material>`select ${columns} from workgroup.material
      where sitzung_id = ${sitzungId}::uuid and geloescht_am is null order by hochgeladen_am, id`,
  );
}

/** A file as it lies in the database. */
export interface SealedMaterial extends Material {
  readonly schluesselSealed: Buffer;
  readonly inhalt: Buffer;
}

export function readSealedMaterial(tx: Tx, id: string): Promise<SealedMaterial | null> {
  return rowOf(
    tx,
    sql<SealedMaterial>`select ${columns}, schluessel_sealed as "schluesselSealed", inhalt from workgroup.material
      where id = ${id}::uuid and geloescht_am is null`,
  );
}

export async function insertMaterial(tx: Tx, one: SealedMaterial): Promise<void> {
  await change(
    tx,
    sql`insert into workgroup.material (tenant_id, provider_id, id, sitzung_id, punkt_id, name, media_type, bytes, sha256,
        schluessel_sealed, inhalt, hochgeladen_am)
      values (platform.tenant(), platform.tenant(), ${one.id}, ${one.sitzungId}, ${one.punktId}, ${one.name},
        ${one.mediaType}, ${one.bytes}, ${one.sha256}, ${one.schluesselSealed}, ${one.inhalt}, ${one.hochgeladenAm})`,
  );
}

export async function deleteMaterial(tx: Tx, id: string, now: Date): Promise<boolean> {
  const deleted = await change(
    tx,
    sql`update workgroup.material set schluessel_sealed = null, inhalt = null, geloescht_am = ${now}
      where id = ${id}::uuid and geloescht_am is null`,
  );
  return deleted === 1;
}

export async function readNeuerungsblatt(tx: Tx, sitzungId: string): Promise<Neuerungsblatt | null> {
  const row = await rowOf(
    tx,
    sql<{
      inhalt: Neuerungsblatt;
    }>`select inhalt from workgroup.neuerungsblatt where sitzung_id = ${sitzungId}::uuid`,
  );
  return row?.inhalt ?? null;
}

export async function insertNeuerungsblatt(
  tx: Tx,
  sitzungId: string,
  blatt: Neuerungsblatt,
  now: Date,
): Promise<void> {
  await change(
    tx,
    sql`insert into workgroup.neuerungsblatt (tenant_id, provider_id, sitzung_id, inhalt, erstellt_am)
      values (platform.tenant(), platform.tenant(), ${sitzungId}, ${JSON.stringify(blatt)}::jsonb, ${now})
      on conflict do nothing`,
  );
}

/** What the worker is to make a file of: everything that stands in it, as it was when it was ordered. */
export async function orderPdf(tx: Tx, name: string, auftrag: unknown, now: Date): Promise<Buffer | null> {
  const row = await rowOf(
    tx,
    sql<{ inhalt: Buffer | null }>`select inhalt from workgroup.pdf
      where tenant_id = (select platform.tenant()) and name = ${name}`,
  );
  if (row === null)
    await change(
      tx,
      sql`insert into workgroup.pdf (tenant_id, name, auftrag, angefordert_am)
        values (platform.tenant(), ${name}, ${JSON.stringify(auftrag)}::jsonb, ${now}) on conflict do nothing`,
    );
  return row?.inhalt ?? null;
}

/** The order for a file and the file itself, once it is made. */
export function readPdf(
  tx: Tx,
  name: string,
): Promise<{ readonly auftrag: unknown; readonly inhalt: Buffer | null } | null> {
  return rowOf(
    tx,
    sql<{ auftrag: unknown; inhalt: Buffer | null }>`select auftrag, inhalt from workgroup.pdf
      where tenant_id = (select platform.tenant()) and name = ${name}`,
  );
}

export async function fillPdf(tx: Tx, name: string, inhalt: Buffer): Promise<void> {
  await change(
    tx,
    sql`update workgroup.pdf set inhalt = ${inhalt}
      where tenant_id = (select platform.tenant()) and name = ${name} and inhalt is null`,
  );
}

export async function deletePdfsBefore(tx: Tx, before: Date): Promise<void> {
  await change(
    tx,
    sql`delete from workgroup.pdf where tenant_id = (select platform.tenant()) and angefordert_am < ${before}`,
  );
}
