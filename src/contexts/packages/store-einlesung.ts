import { gunzipSync, gzipSync } from 'node:zlib';
import { sql } from 'kysely';
import { isUuid } from '#kernel';
import { change, rowsOf, type TenantId, type Tx } from '#platform';

/** A package that waits for its confirmation. */
export interface Einlesung {
  readonly id: string;
  readonly dateiname: string;
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
    sql`delete from packages.einlesung
      where tenant_id = (select platform.tenant()) and angelegt_am < ${now}::timestamptz - interval '1 day'`,
  );
  const { id, dateiname, bytes } = einlesung;
  await change(
    tx,
    sql`insert into packages.einlesung (tenant_id, id, dateiname, gezippt, angelegt_am)
      values (${tenant}, ${id}, ${dateiname}, ${gzipSync(bytes)}, ${now})`,
  );
}

/** A kept file of the transaction's organisation that is not older than a day, or `null`. */
export async function readEinlesung(tx: Tx, id: string, now: Date): Promise<Einlesung | null> {
  if (!isUuid(id)) return null;
  const [row] = await rowsOf(
    tx,
    sql<{ dateiname: string; gezippt: Buffer }>`select dateiname, gezippt from packages.einlesung
      where tenant_id = (select platform.tenant()) and id = ${id}
        and angelegt_am >= ${now}::timestamptz - interval '1 day'`,
  );
  return row ? { id, dateiname: row.dateiname, bytes: gunzipSync(row.gezippt) } : null;
}

export async function dropEinlesung(tx: Tx, id: string): Promise<void> {
  await change(
    tx,
    sql`delete from packages.einlesung where tenant_id = (select platform.tenant()) and id = ${id}`,
  );
}
