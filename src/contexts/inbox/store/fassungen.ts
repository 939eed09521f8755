import { sql } from 'kysely';
import { change, type DataKey, rowOf, rowsOf, type TenantId, type Tx } from '#platform';
import { type Inhalt, inhaltSchema } from '../domain/antrag.ts';

/** A version of a case's content after the first one, with the submission that brought it. */
export interface Fassung {
  readonly eingang: string;
  readonly nr: number;
  readonly submission: string;
  readonly am: Date;
  readonly inhalt: Inhalt;
}

type Stored = Omit<Fassung, 'inhalt'> & { readonly inhalt: Buffer };

const placeOf = (submission: string) => ({
  table: 'inbox.inhaltsfassung',
  column: 'inhalt',
  row: submission,
});

/** Adds a version; the case is locked by this transaction, so that numbers do not meet. */
export async function appendFassung(
  tx: Tx,
  key: DataKey,
  tenant: TenantId,
  { eingang, nr, submission, am, inhalt }: Fassung,
): Promise<void> {
  const sealed = key.seal(placeOf(submission), JSON.stringify(inhalt));
  await change(
    tx,
    sql`insert into inbox.inhaltsfassung (tenant_id, eingang_id, nr, submission_id, am, inhalt)
      values (${tenant}, ${eingang}, ${nr}, ${submission}, ${am}, ${sealed})`,
  );
}

/** The versions of a case after the first one, oldest first. */
export async function fassungenOf(
  tx: Tx,
  key: DataKey,
  tenant: TenantId,
  eingang: string,
): Promise<readonly Fassung[]> {
  const rows = await rowsOf(
    tx,
    sql<Stored>`select eingang_id as eingang, nr, submission_id as submission, am, inhalt from inbox.inhaltsfassung
      where tenant_id = ${tenant} and eingang_id = ${eingang} order by nr`,
  );
  return rows.map((row) => ({
    ...row,
    inhalt: inhaltSchema.parse(JSON.parse(key.open(placeOf(row.submission), row.inhalt))),
  }));
}

/** The submissions that brought further versions; nothing is opened. */
export async function fassungSubmissions(
  tx: Tx,
  tenant: TenantId,
  eingang: string,
): Promise<readonly string[]> {
  const rows = await rowsOf(
    tx,
    sql<{ id: string }>`select submission_id as id from inbox.inhaltsfassung
      where tenant_id = ${tenant} and eingang_id = ${eingang} order by nr`,
  );
  return rows.map(({ id }) => id);
}

/** Whether a submission brought a version. */
export async function isFassung(tx: Tx, tenant: TenantId, submission: string): Promise<boolean> {
  const found = await rowOf(
    tx,
    sql<{
      nr: number;
    }>`select nr from inbox.inhaltsfassung where tenant_id = ${tenant} and submission_id = ${submission}`,
  );
  return found !== null;
}
