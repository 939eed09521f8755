import { sql } from 'kysely';
import type { LocalDate } from '#kernel';
import { change, type DataKey, rowsOf, type TenantId, type Tx } from '#platform';
import { type Nachricht, nachrichtSchema } from '../domain/eintrag.ts';

const placeOf = (id: string) => ({ table: 'inbox.post', column: 'inhalt', row: id });

/** Where a piece belongs and when it came. */
export interface PostPlace {
  readonly tenant: TenantId;
  readonly id: string;
  readonly submission: string;
  readonly am: Date;
}

/** Puts a piece into the letterbox, once however often it comes. */
export async function insertPost(
  tx: Tx,
  key: DataKey,
  { tenant, id, submission, am }: PostPlace,
  nachricht: Nachricht,
): Promise<void> {
  const sealed = key.seal(placeOf(id), JSON.stringify(nachricht));
  await change(
    tx,
    sql`insert into inbox.post (tenant_id, id, submission_id, am, inhalt)
      values (${tenant}, ${id}, ${submission}, ${am}, ${sealed}) on conflict do nothing`,
  );
}

/** Takes what waits for a case out of the letterbox, in the order in which it came. */
export async function takePost(
  tx: Tx,
  key: DataKey,
  tenant: TenantId,
  submission: string,
): Promise<readonly Nachricht[]> {
  const rows = await rowsOf(
    tx,
    sql<{ id: string; inhalt: Buffer; nr: number }>`delete from inbox.post
      where tenant_id = ${tenant} and submission_id = ${submission} returning id, inhalt, nr`,
  );
  return rows
    .toSorted((a, b) => a.nr - b.nr)
    .map(({ id, inhalt }) => nachrichtSchema.parse(JSON.parse(key.open(placeOf(id), inhalt))));
}

/** Deletes what nobody could lay to a case for long: its submission was rejected. */
export async function dropPostBefore(tx: Tx, tenant: TenantId, day: LocalDate): Promise<void> {
  await change(tx, sql`delete from inbox.post where tenant_id = ${tenant} and am < ${day}::date`);
}
