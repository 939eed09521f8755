import { sql } from 'kysely';
import { change, rowsOf, type Tx } from '#platform';

/** A round of reminders; `kommunen` and `mails` are known once it is over. */
export interface Erinnerung {
  readonly nummer: number;
  readonly anlass: string;
  readonly am: Date;
  readonly kommunen: number | null;
  readonly mails: number | null;
}

/** Begins a round; `null` where there was one for the same occasion. */
export async function beginErinnerung(
  tx: Tx,
  umfrageId: string,
  anlass: string,
  am: Date,
): Promise<number | null> {
  const [row] = await rowsOf(
    tx,
    sql<{ nummer: number }>`insert into surveys.erinnerung (tenant_id, umfrage_id, nummer, anlass, am)
      select platform.tenant(), ${umfrageId}::uuid, 1 + coalesce(max(nummer), 0), ${anlass}, ${am}::timestamptz
      from surveys.erinnerung where tenant_id = (select platform.tenant()) and umfrage_id = ${umfrageId}
      on conflict do nothing returning nummer`,
  );
  return row?.nummer ?? null;
}

export async function endErinnerung(
  tx: Tx,
  umfrageId: string,
  {
    nummer,
    kommunen,
    mails,
  }: Pick<Erinnerung, 'nummer'> & { readonly kommunen: number; readonly mails: number },
): Promise<void> {
  await change(
    tx,
    sql`update surveys.erinnerung set kommunen = ${kommunen}, mails = ${mails}
      where tenant_id = (select platform.tenant()) and umfrage_id = ${umfrageId} and nummer = ${nummer}`,
  );
}

export function readErinnerungen(tx: Tx, umfrageId: string): Promise<readonly Erinnerung[]> {
  return rowsOf(
    tx,
    sql<Erinnerung>`select nummer, anlass, am, kommunen, mails from surveys.erinnerung
      where tenant_id = (select platform.tenant()) and umfrage_id = ${umfrageId} order by nummer`,
  );
}

/** Notes that a member is mailed in a round; `false` where that was done before. */
export async function noteErinnert(
  tx: Tx,
  { umfrageId, nummer, mitgliedId, am }: ErinnerteMail,
): Promise<boolean> {
  const rows = await rowsOf(
    tx,
    sql<{ nummer: number }>`insert into surveys.erinnert (tenant_id, umfrage_id, nummer, mitglied_id, am)
      values (platform.tenant(), ${umfrageId}, ${nummer}, ${mitgliedId}, ${am}) on conflict do nothing returning nummer`,
  );
  return rows.length === 1;
}

export interface ErinnerteMail {
  readonly umfrageId: string;
  readonly nummer: number;
  readonly mitgliedId: string;
  readonly am: Date;
}

/** How many of the own members were mailed in a round. */
export async function countErinnert(tx: Tx, umfrageId: string, nummer: number): Promise<number> {
  const [row] = await rowsOf(
    tx,
    sql<{ zahl: number }>`select count(*)::int as zahl from surveys.erinnert
      where tenant_id = (select platform.tenant()) and umfrage_id = ${umfrageId} and nummer = ${nummer}`,
  );
  return row?.zahl ?? 0;
}
