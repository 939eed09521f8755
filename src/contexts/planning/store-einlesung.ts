import { sql } from 'kysely';
import { z } from 'zod';
import { isUuid } from '#kernel';
import { change, json, rowsOf, type TenantId, type Tx } from '#platform';
import type { Einlesezeile } from './felder/tabelle.ts';

const zeilen = z.array(
  z.object({ zeile: z.int(), felder: z.record(z.string(), z.string()), fehler: z.array(z.string()) }),
);

/** A table that waits for its confirmation. */
export interface Einlesung {
  readonly id: string;
  readonly dateiname: string;
  readonly zeilen: readonly Einlesezeile[];
}

/** Keeps a table, and forgets those that nobody confirmed within a day. */
export async function keepEinlesung(
  tx: Tx,
  tenant: TenantId,
  einlesung: Einlesung,
  now: Date,
): Promise<void> {
  await change(
    tx,
    sql`delete from planning.einlesung
      where tenant_id = (select platform.tenant()) and angelegt_am < ${now}::timestamptz - interval '1 day'`,
  );
  await change(
    tx,
    sql`insert into planning.einlesung (tenant_id, id, dateiname, zeilen, angelegt_am)
      values (${tenant}, ${einlesung.id}, ${einlesung.dateiname}, ${json(einlesung.zeilen)}, ${now})`,
  );
}

/** A kept table of the transaction's house that is not older than a day, or `null`. */
export async function readEinlesung(tx: Tx, id: string, now: Date): Promise<Einlesung | null> {
  if (!isUuid(id)) return null;
  const [row] = await rowsOf(
    tx,
    sql<{
      id: string;
      dateiname: string;
      zeilen: unknown;
    }>`select id, dateiname, zeilen from planning.einlesung
      where tenant_id = (select platform.tenant()) and id = ${id}
        and angelegt_am >= ${now}::timestamptz - interval '1 day'`,
  );
  return row ? { ...row, zeilen: zeilen.parse(row.zeilen) } : null;
}

export async function dropEinlesung(tx: Tx, id: string): Promise<void> {
  await change(
    tx,
    sql`delete from planning.einlesung where tenant_id = (select platform.tenant()) and id = ${id}`,
  );
}
