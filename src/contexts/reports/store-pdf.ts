import { sql } from 'kysely';
import type { Tx } from '#platform';
import { rowsOf } from './store-berichte.ts';

const own = sql`tenant_id = (select platform.tenant())`;

/** Which state of a report a file shows. */
export interface PdfKey {
  readonly bericht: string;
  readonly fassung: number;
  readonly schritte: number;
}

export async function readPdf(tx: Tx, { bericht, fassung, schritte }: PdfKey): Promise<Buffer | null> {
  const [row] = await rowsOf(
    tx,
    sql<{ inhalt: Buffer }>`select inhalt from reports.pdf where ${own} and bericht_id = ${bericht}
      and fassung = ${fassung} and schritte = ${schritte}`,
  );
  return row?.inhalt ?? null;
}

export async function insertPdf(
  tx: Tx,
  { bericht, fassung, schritte }: PdfKey,
  pdf: Buffer,
  now: Date,
): Promise<void> {
  await sql`insert into reports.pdf (tenant_id, bericht_id, fassung, schritte, inhalt, erstellt_am)
    values (platform.tenant(), ${bericht}, ${fassung}, ${schritte}, ${pdf}, ${now}) on conflict do nothing`.execute(
    tx.as(),
  );
}
