import { sql } from 'kysely';
import { z } from 'zod';
import { isUuid } from '#kernel';
import { change, json, rowsOf } from './database/rows.ts';
import type { TenantId, Tx } from './database/tx.ts';

const zeilen = z.array(
  z.object({ zeile: z.int(), felder: z.record(z.string(), z.string()), fehler: z.array(z.string()) }),
);

/** A row of a table as it was read: its line, its texts by field, what is wrong with it. */
export type Einlesezeile = Readonly<z.output<typeof zeilen>[number]>;

/** A table that waits for its confirmation. */
export interface Einlesung {
  readonly id: string;
  readonly dateiname: string;
  readonly zeilen: readonly Einlesezeile[];
}

/** Where the tables of a room wait, each for a day; a room has them in its own schema, `<schema>.einlesung`. */
export interface WaitingTables {
  /** Keeps a table, and forgets those that nobody confirmed within a day. */
  readonly keep: (tx: Tx, tenant: TenantId, einlesung: Einlesung, now: Date) => Promise<void>;
  /** A kept table of the transaction's house that is not older than a day, or `null`. */
  readonly read: (tx: Tx, id: string, now: Date) => Promise<Einlesung | null>;
  readonly drop: (tx: Tx, id: string) => Promise<void>;
}

/** The waiting tables of a room; the table has `tenant_id`, `id`, `dateiname`, `zeilen` and `angelegt_am`. */
export function waitingTables(schema: string): WaitingTables {
  const einlesung = sql.table(`${schema}.einlesung`);
  const own = sql`tenant_id = (select platform.tenant())`;
  return {
    keep: async (tx, tenant, { id, dateiname, zeilen: rows }, now) => {
      await change(
        tx,
        sql`delete from ${einlesung} where ${own} and angelegt_am < ${now}::timestamptz - interval '1 day'`,
      );
      await change(
        tx,
        sql`insert into ${einlesung} (tenant_id, id, dateiname, zeilen, angelegt_am)
          values (${tenant}, ${id}, ${dateiname}, ${json(rows)}, ${now})`,
      );
    },
    read: async (tx, id, now) => {
      if (!isUuid(id)) return null;
      const [row] = await rowsOf(
        tx,
        sql<{ id: string; dateiname: string; zeilen: unknown }>`select id, dateiname, zeilen from ${einlesung}
          where ${own} and id = ${id} and angelegt_am >= ${now}::timestamptz - interval '1 day'`,
      );
      return row ? { ...row, zeilen: zeilen.parse(row.zeilen) } : null;
    },
    drop: async (tx, id) => {
      await change(tx, sql`delete from ${einlesung} where ${own} and id = ${id}`);
    },
  };
}
