import { sql } from 'kysely';
import type { LocalDate } from '#kernel';
import { change, rowOf, rowsOf, type TenantId, type Tx } from '#platform';
import type { SubmissionState } from '../domain/submission.ts';
import { idOrNone } from './ids.ts';

/** A submission without its content. */
export interface StoredSubmission {
  readonly tenant: TenantId;
  readonly id: string;
  readonly absender: TenantId;
  readonly zustellpunkt: string;
  readonly kid: string;
  readonly caseId: string;
  readonly leistung: string;
  readonly state: SubmissionState;
  readonly contentHash: Buffer;
  readonly forwardedFrom: string | null;
  readonly createdAt: Date;
  readonly deleteOn: LocalDate | null;
}

export interface StoredContent {
  readonly metadata: string;
  readonly data: string;
}

const columns = sql`tenant_id as tenant, id, absender, zustellpunkt_id as zustellpunkt, kid, case_id as "caseId",
  leistung, state, content_hash as "contentHash", forwarded_from as "forwardedFrom", created_at as "createdAt",
  delete_on as "deleteOn"`;

/** Makes deliveries of the same sender and key wait for each other until the transaction ends. */
export async function lockIdempotencyKey(tx: Tx, hash: Buffer): Promise<void> {
  await rowsOf(tx, sql`select pg_advisory_xact_lock(7243913, ${hash.readInt32BE(0)})`);
}

/** What the transaction's own organisation sent under a key. */
export function submissionByKey(tx: Tx, hash: Buffer): Promise<StoredSubmission | null> {
  return rowOf(
    tx,
    sql<StoredSubmission>`select ${columns} from delivery.submission
      where absender = (select platform.tenant()) and idempotency_hash = ${hash}`,
  );
}

export type NewSubmission = Omit<StoredSubmission, 'absender' | 'state' | 'deleteOn'> &
  StoredContent & { readonly idempotencyHash: Buffer };

/** Puts a submission into the receiver's ledger; the sender is the transaction's own organisation. */
export async function insertSubmission(tx: Tx, row: NewSubmission): Promise<void> {
  await change(
    tx,
    sql`insert into delivery.submission (tenant_id, id, absender, idempotency_hash, zustellpunkt_id, kid, case_id,
        leistung, metadata, data, content_hash, forwarded_from, created_at, changed_at)
      values (${row.tenant}, ${row.id}, platform.tenant(), ${row.idempotencyHash}, ${row.zustellpunkt}, ${row.kid},
        ${row.caseId}, ${row.leistung}, ${Buffer.from(row.metadata)}, ${Buffer.from(row.data)}, ${row.contentHash},
        ${row.forwardedFrom}, ${row.createdAt}, ${row.createdAt})`,
  );
}

export function submissionById(tx: Tx, tenant: TenantId, id: string): Promise<StoredSubmission | null> {
  return rowOf(
    tx,
    sql<StoredSubmission>`select ${columns} from delivery.submission
      where tenant_id = ${tenant} and id = ${idOrNone(id)}`,
  );
}

/** The submission, locked; only its receiver can. */
export function lockSubmission(tx: Tx, tenant: TenantId, id: string): Promise<StoredSubmission | null> {
  return rowOf(
    tx,
    sql<StoredSubmission>`select ${columns} from delivery.submission
      where tenant_id = ${tenant} and id = ${idOrNone(id)} for update`,
  );
}

export function contentOf(tx: Tx, tenant: TenantId, id: string): Promise<StoredContent | null> {
  return rowOf(
    tx,
    sql<StoredContent>`select encode(metadata, 'escape') as metadata, encode(data, 'escape') as data
      from delivery.submission where tenant_id = ${tenant} and id = ${idOrNone(id)} and metadata is not null`,
  );
}

export async function setSubmissionState(
  tx: Tx,
  { tenant, id }: StoredSubmission,
  state: SubmissionState,
  now: Date,
): Promise<void> {
  await change(
    tx,
    sql`update delivery.submission set state = ${state}, changed_at = ${now} where tenant_id = ${tenant} and id = ${id}`,
  );
}

export async function setDeletionDay(tx: Tx, tenant: TenantId, id: string, day: LocalDate): Promise<boolean> {
  const reached = await change(
    tx,
    sql`update delivery.submission set delete_on = ${day} where tenant_id = ${tenant} and id = ${idOrNone(id)}
      and state <> 'deleted'`,
  );
  return reached === 1;
}

/** The ids of submissions whose deletion day has come, oldest first. */
export async function dueSubmissions(tx: Tx, tenant: TenantId, today: LocalDate): Promise<readonly string[]> {
  const rows = await rowsOf(
    tx,
    sql<{ id: string }>`select id from delivery.submission
      where tenant_id = ${tenant} and state <> 'deleted' and delete_on <= ${today} order by delete_on, id`,
  );
  return rows.map(({ id }) => id);
}

/** Takes the content away; the row stays as proof. */
export async function eraseContent(tx: Tx, { tenant, id }: StoredSubmission, now: Date): Promise<void> {
  await change(
    tx,
    sql`update delivery.submission set state = 'deleted', metadata = null, data = null, changed_at = ${now}
      where tenant_id = ${tenant} and id = ${id}`,
  );
}

/** The next submissions of an authority in the order of their ids. */
export function submissionsAfter(
  tx: Tx,
  tenant: TenantId,
  after: string | null,
  limit: number,
): Promise<readonly StoredSubmission[]> {
  return rowsOf(
    tx,
    sql<StoredSubmission>`select ${columns} from delivery.submission
      where tenant_id = ${tenant} and (${after}::uuid is null or id > ${after}::uuid) order by id limit ${limit}`,
  );
}

/** Which of these submissions the receiver could not take in. Ids only; the sender and the receiver may ask. */
export async function rejectedAmong(tx: Tx, ids: readonly string[]): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set();
  const rows = await rowsOf(
    tx,
    sql<{ id: string }>`select id from delivery.submission
      where id = any (${[...ids]}::uuid[]) and state = 'rejected'`,
  );
  return new Set(rows.map(({ id }) => id));
}
