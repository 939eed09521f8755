import { gunzipSync, gzipSync } from 'node:zlib';
import { sql } from 'kysely';
import { isUuid } from '#kernel';
import { change, rowsOf, type TenantId, type Tx } from '#platform';

/** A file that waits for its confirmation. */
export interface Einlesung {
  readonly id: string;
  readonly dateiname: string;
  readonly quelle: string;
  readonly lizenz: string;
  readonly bytes: Uint8Array;
}

/** Keeps a file, and forgets those that nobody confirmed within a day. */
export async function keepEinlesung(
  tx: Tx,
  tenant: TenantId,
  einlesung: Einlesung,
  now: Date,
): Promise<void> {
  await change(
    tx,
    sql`delete from fim.einlesung
      where tenant_id = (select platform.tenant()) and angelegt_am < ${now}::timestamptz - interval '1 day'`,
  );
  const { id, dateiname, quelle, lizenz, bytes } = einlesung;
  await change(
    tx,
    sql`insert into fim.einlesung (tenant_id, id, dateiname, quelle, lizenz, gezippt, angelegt_am)
      values (${tenant}, ${id}, ${dateiname}, ${quelle}, ${lizenz}, ${gzipSync(bytes)}, ${now})`,
  );
}

/** A kept file of the transaction's organisation that is not older than a day, or `null`. */
export async function readEinlesung(tx: Tx, id: string, now: Date): Promise<Einlesung | null> {
  if (!isUuid(id)) return null;
  const [row] = await rowsOf(
    tx,
    sql<Omit<Einlesung, 'bytes'> & { gezippt: Buffer }>`select id, dateiname, quelle, lizenz, gezippt
      from fim.einlesung where tenant_id = (select platform.tenant()) and id = ${id}
        and angelegt_am >= ${now}::timestamptz - interval '1 day'`,
  );
  if (row === undefined) return null;
  const { gezippt, ...kept } = row;
  return { ...kept, bytes: gunzipSync(gezippt) };
}

export async function dropEinlesung(tx: Tx, id: string): Promise<void> {
  await change(
    tx,
    sql`delete from fim.einlesung where tenant_id = (select platform.tenant()) and id = ${id}`,
  );
}
