import { type LocalDate, ok, type Result, refuse } from '#kernel';
import type { TenantId, Tx } from '#platform';
import { type SubmissionAction, type SubmissionState, submissionAfter } from '../domain/submission.ts';
import { reasonsInvalid, submissionActionImpossible, submissionUnknown } from '../errors.ts';
import { appendEvent } from '../store/events.ts';
import {
  lockSubmission,
  type StoredSubmission,
  setDeletionDay,
  setSubmissionState,
} from '../store/submissions.ts';

/** The authority has the submission whole and readable. Refuses where it was decided otherwise before. */
export async function acceptSubmission(
  tx: Tx,
  tenant: TenantId,
  id: string,
  now: Date,
): Promise<Result<void>> {
  const found = await lockedFor(tx, tenant, id, 'accept');
  if (!found.ok) return found;
  await setSubmissionState(tx, found.value.submission, found.value.next, now);
  await appendEvent(tx, found.value.submission, { kind: 'accepted' });
  return ok(undefined);
}

const reasonShape = /^[a-z0-9-]{1,60}$/;

/** The authority does not take the submission; `reasons` are codes, never words about the person. */
export async function rejectSubmission(
  tx: Tx,
  tenant: TenantId,
  id: string,
  reasons: readonly string[],
  now: Date,
): Promise<Result<void>> {
  if (reasons.length === 0 || !reasons.every((reason) => reasonShape.test(reason)))
    return refuse(reasonsInvalid);
  const found = await lockedFor(tx, tenant, id, 'reject');
  if (!found.ok) return found;
  await setSubmissionState(tx, found.value.submission, found.value.next, now);
  await appendEvent(tx, found.value.submission, { kind: 'rejected', reasons });
  return ok(undefined);
}

/** Sets the day on which the content goes, by the Leistung's deletion rule. Refuses what is unknown or gone already. */
export async function scheduleDeletion(
  tx: Tx,
  tenant: TenantId,
  id: string,
  day: LocalDate,
): Promise<Result<void>> {
  return (await setDeletionDay(tx, tenant, id, day)) ? ok(undefined) : refuse(submissionUnknown);
}

/** The submission, locked, and the state in which an action would leave it. */
export async function lockedFor(
  tx: Tx,
  tenant: TenantId,
  id: string,
  action: SubmissionAction,
): Promise<Result<{ readonly submission: StoredSubmission; readonly next: SubmissionState }>> {
  const submission = await lockSubmission(tx, tenant, id);
  if (!submission) return refuse(submissionUnknown);
  const next = submissionAfter(submission.state, action);
  return next ? ok({ submission, next }) : refuse(submissionActionImpossible);
}
