import type { Tx } from '#platform';
import { recordAudit } from '#platform';
import { isDeletable } from '../domain/submission.ts';
import type { Delivery, Party } from '../ports.ts';
import { forgetAttachment, markExpired, markSubmissionsDeleted } from '../store/attachments.ts';
import { appendEvent } from '../store/events.ts';
import { dueSubmissions, eraseContent, lockSubmission } from '../store/submissions.ts';

type Storage = Pick<Delivery, 'db' | 'clock' | 'blobs'>;

/** What a run of the deletion rules did. */
export interface DeletionRun {
  readonly deleted: readonly string[];
  /** Due, but nobody has taken, handed on or refused them yet: their deletion would lose them. */
  readonly waiting: readonly string[];
}

/**
 * Deletes the content of an authority's submissions whose day has come, each in a transaction of its own. What stays is
 * the row without content and its chain, whose last line proves hash and time of the deletion.
 */
export async function deleteDue({ db, clock }: Storage, { tenant, actor }: Party): Promise<DeletionRun> {
  const run = { deleted: [] as string[], waiting: [] as string[] };
  const today = clock.today();
  const due = await db.withTenant(tenant, actor, (tx) => dueSubmissions(tx, tenant, today));
  for (const id of due) {
    const outcome = await db.withTenant(tenant, actor, (tx) =>
      deleteOne(tx, { tenant, actor }, id, clock.now()),
    );
    if (outcome) run[outcome].push(id);
  }
  return run;
}

async function deleteOne(
  tx: Tx,
  { tenant }: Party,
  id: string,
  now: Date,
): Promise<keyof DeletionRun | null> {
  const submission = await lockSubmission(tx, tenant, id);
  if (!submission || submission.state === 'deleted') return null;
  if (!isDeletable(submission.state)) return 'waiting';
  await markSubmissionsDeleted(tx, tenant, id, now);
  await eraseContent(tx, submission, now);
  await appendEvent(tx, submission, { kind: 'deleted' });
  const object = { type: 'delivery.submission', id };
  const summary = { leistung: submission.leistung, contentHash: submission.contentHash.toString('hex') };
  await recordAudit(tx, { action: 'delivery.submission.deleted', object, summary });
  return 'deleted';
}

/**
 * Deletes the files of attachments that belong to no draft and no submission any more, also those that a killed process
 * left behind. Says how many.
 */
export async function sweepAttachments(
  { db, clock, blobs }: Storage,
  { tenant, actor }: Party,
): Promise<number> {
  const going = await db.withTenant(tenant, actor, (tx) => markExpired(tx, tenant, clock.now()));
  for (const id of going) {
    await blobs.delete(id);
    await db.withTenant(tenant, actor, (tx) => forgetAttachment(tx, id));
  }
  return going.length;
}
