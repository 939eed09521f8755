import { sql } from 'kysely';
import { z } from 'zod';
import { isUuid } from '#kernel';
import { change, json, rowsOf, type Tx } from '#platform';

const zeilen = z.array(
  z.object({
    zeile: z.int(),
    leistung: z.string(),
    fassung: z.int(),
    felder: z.record(z.string(), z.string()),
    fehler: z.array(z.string()),
  }),
);

/** A row of a table of answers, as it was read. */
export type Einlesezeile = z.output<typeof zeilen>[number];

/** A table that waits for its confirmation. */
export interface Einlesung {
  readonly id: string;
  readonly umfrageId: string;
  readonly dateiname: string;
  readonly zeilen: readonly Einlesezeile[];
}

/** Keeps a table, and forgets those that nobody confirmed within a day. */
export async function keepEinlesung(tx: Tx, einlesung: Einlesung, now: Date): Promise<void> {
  await change(
    tx,
    sql`delete from surveys.einlesung
      where tenant_id = (select platform.tenant()) and angelegt_am < ${now}::timestamptz - interval '1 day'`,
  );
  await change(
    tx,
    sql`insert into surveys.einlesung (tenant_id, id, umfrage_id, dateiname, zeilen, angelegt_am)
      values (platform.tenant(), ${einlesung.id}, ${einlesung.umfrageId}, ${einlesung.dateiname},
        ${json(einlesung.zeilen)}, ${now})`,
  );
}

/** A kept table of the own Kommune that is not older than a day, or `null`. */
export async function readEinlesung(tx: Tx, id: string, now: Date): Promise<Einlesung | null> {
  if (!isUuid(id)) return null;
  const [row] = await rowsOf(
    tx,
    sql<
      Omit<Einlesung, 'zeilen'> & { zeilen: unknown }
    >`select id, umfrage_id as "umfrageId", dateiname, zeilen
      from surveys.einlesung where tenant_id = (select platform.tenant()) and id = ${id}
        and angelegt_am >= ${now}::timestamptz - interval '1 day'`,
  );
  return row ? { ...row, zeilen: zeilen.parse(row.zeilen) } : null;
}

export async function dropEinlesung(tx: Tx, id: string): Promise<void> {
  await change(
    tx,
    sql`delete from surveys.einlesung where tenant_id = (select platform.tenant()) and id = ${id}`,
  );
}
