import { sql } from 'kysely';
import { change, rowsOf, type TenantId, type Tx } from '#platform';
import { idOrNone, idsAmong } from './ids.ts';

export interface StoredBlob {
  readonly id: string;
  readonly attachmentId: string;
  readonly kid: string;
  readonly tag: string;
  readonly bytes: number;
}

export interface NewAttachment {
  readonly tenant: TenantId;
  readonly id: string;
  readonly attachmentId: string;
  readonly zustellpunkt: string;
  readonly kid: string;
  readonly createdAt: Date;
  readonly expiresAt: Date;
}

/** Announces an attachment before its first byte is written, so that what a killed upload leaves is found. */
export async function insertAttachment(tx: Tx, row: NewAttachment): Promise<void> {
  await change(
    tx,
    sql`insert into delivery.attachment (tenant_id, id, absender, attachment_id, zustellpunkt_id, kid, created_at,
        expires_at)
      values (${row.tenant}, ${row.id}, platform.tenant(), ${row.attachmentId}, ${row.zustellpunkt}, ${row.kid},
        ${row.createdAt}, ${row.expiresAt})`,
  );
}

/** Notes that the ciphertext is whole; `false` where the row was swept meanwhile. */
export async function finishAttachment(tx: Tx, id: string, tag: string, bytes: number): Promise<boolean> {
  const reached = await change(
    tx,
    sql`update delivery.attachment set tag = ${tag}, bytes = ${bytes} where id = ${id} and deleted_at is null`,
  );
  return reached === 1;
}

/** Ties attachments that the transaction's organisation uploaded to its submission; says how many it reached. */
export function claimAttachments(
  tx: Tx,
  tenant: TenantId,
  submission: string,
  ids: readonly string[],
): Promise<number> {
  return change(
    tx,
    sql`update delivery.attachment set submission_id = ${submission}
      where tenant_id = ${tenant} and id = any(${idsAmong(ids)}::uuid[]) and absender = (select platform.tenant())
        and submission_id is null and deleted_at is null and tag is not null`,
  );
}

/** How many of the attachments could be claimed, locked until the transaction ends. */
export async function lockClaimable(tx: Tx, tenant: TenantId, ids: readonly string[]): Promise<number> {
  const rows = await rowsOf(
    tx,
    sql`select id from delivery.attachment
      where tenant_id = ${tenant} and id = any(${idsAmong(ids)}::uuid[]) and absender = (select platform.tenant())
        and submission_id is null and deleted_at is null and tag is not null
      order by id for update`,
  );
  return rows.length;
}

export function attachmentsOf(tx: Tx, tenant: TenantId, submission: string): Promise<readonly StoredBlob[]> {
  return rowsOf(
    tx,
    sql<StoredBlob>`select id, attachment_id as "attachmentId", kid, tag, bytes from delivery.attachment
      where tenant_id = ${tenant} and submission_id = ${submission} order by attachment_id`,
  );
}

/** Moves the day on which unsent attachments go. */
export function extendAttachments(tx: Tx, ids: readonly string[], expiresAt: Date): Promise<number> {
  return change(
    tx,
    sql`update delivery.attachment set expires_at = ${expiresAt}
      where id = any(${idsAmong(ids)}::uuid[]) and absender = (select platform.tenant()) and submission_id is null
        and deleted_at is null`,
  );
}

/** Marks an unsent attachment of the transaction's organisation as going. */
export function markUnsentDeleted(tx: Tx, id: string, now: Date): Promise<number> {
  return change(
    tx,
    sql`update delivery.attachment set deleted_at = ${now}
      where id = ${idOrNone(id)} and absender = (select platform.tenant()) and submission_id is null`,
  );
}

/** Marks the attachments of a deleted submission as going. */
export async function markSubmissionsDeleted(
  tx: Tx,
  tenant: TenantId,
  submission: string,
  now: Date,
): Promise<void> {
  await change(
    tx,
    sql`update delivery.attachment set deleted_at = ${now}
      where tenant_id = ${tenant} and submission_id = ${submission}`,
  );
}

/** Marks what was never sent and has expired; returns all that is going, also from an interrupted run. */
export async function markExpired(tx: Tx, tenant: TenantId, now: Date): Promise<readonly string[]> {
  await change(
    tx,
    sql`update delivery.attachment set deleted_at = ${now}
      where tenant_id = ${tenant} and submission_id is null and deleted_at is null and expires_at < ${now}`,
  );
  const rows = await rowsOf(
    tx,
    sql<{ id: string }>`select id from delivery.attachment
      where tenant_id = ${tenant} and deleted_at is not null order by id`,
  );
  return rows.map(({ id }) => id);
}

/** Forgets an attachment whose file is gone. */
export async function forgetAttachment(tx: Tx, id: string): Promise<void> {
  await change(tx, sql`delete from delivery.attachment where id = ${id} and deleted_at is not null`);
}
