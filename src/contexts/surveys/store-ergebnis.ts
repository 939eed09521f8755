import { sql } from 'kysely';
import { z } from 'zod';
import { change, json, rowsOf, type Tx } from '#platform';
import type { Ergebniszeile } from './domain/auswertung.ts';

const zeilenSchema = z.array(
  z.object({
    leistungId: z.string(),
    gefragt: z.int(),
    geantwortet: z.int(),
    ja: z.int(),
    spaeter: z.int(),
    nein: z.int(),
    faelle: z.number(),
    faelleVon: z.int(),
    spaete: z.int(),
    quartale: z.record(z.string(), z.int()),
  }),
);

/** A published result. */
export interface Ergebnis {
  readonly kommunen: number;
  readonly beteiligt: number;
  readonly zeilen: readonly Ergebniszeile[];
  readonly veroeffentlichtAm: Date;
}

export async function insertErgebnis(tx: Tx, umfrageId: string, ergebnis: Ergebnis): Promise<void> {
  await change(
    tx,
    sql`insert into surveys.ergebnis (tenant_id, umfrage_id, nummer, kommunen, beteiligt, zeilen, veroeffentlicht_am)
      select platform.tenant(), ${umfrageId}::uuid, 1 + coalesce(max(nummer), 0), ${ergebnis.kommunen}::int,
        ${ergebnis.beteiligt}::int, ${json(ergebnis.zeilen)}, ${ergebnis.veroeffentlichtAm}::timestamptz
      from surveys.ergebnis where tenant_id = (select platform.tenant()) and umfrage_id = ${umfrageId}`,
  );
}

/** Takes the published result back. */
export async function withdrawErgebnis(tx: Tx, umfrageId: string): Promise<void> {
  await change(
    tx,
    sql`update surveys.ergebnis set gilt = false
      where tenant_id = (select platform.tenant()) and umfrage_id = ${umfrageId} and gilt`,
  );
}

/** The result in force of a survey, as far as the transaction may see it. */
export async function readErgebnis(tx: Tx, umfrageId: string): Promise<Ergebnis | null> {
  const [row] = await rowsOf(
    tx,
    sql<Omit<Ergebnis, 'zeilen'> & { zeilen: unknown }>`select kommunen, beteiligt, zeilen,
        veroeffentlicht_am as "veroeffentlichtAm"
      from surveys.ergebnis where umfrage_id = ${umfrageId} and gilt order by nummer desc limit 1`,
  );
  return row ? { ...row, zeilen: zeilenSchema.parse(row.zeilen) } : null;
}
