import { createHash } from 'node:crypto';
import type { TenantId, Tx } from '#platform';
import { eventsOf, type StoredEvent } from './store/events.ts';
import type { StoredSubmission } from './store/submissions.ts';

/** What happened to a submission, as both sides may see it: no personal data. */
export interface SubmissionEvent {
  readonly at: Date;
  readonly kind: StoredEvent['kind'];
  readonly reasons: readonly string[];
  /** The other submission of a hand-over. */
  readonly linked: string | null;
  readonly hash: string;
}

/** The events of a submission, oldest first; empty for those who are neither its sender nor its receiver. */
export async function submissionEvents(
  tx: Tx,
  tenant: TenantId,
  submission: string,
): Promise<readonly SubmissionEvent[]> {
  const events = await eventsOf(tx, tenant, submission);
  return events.map(({ at, kind, reasons, linked, hash }) => ({
    at,
    kind,
    reasons,
    linked,
    hash: hash.toString('hex'),
  }));
}

/**
 * Recomputes a submission's chain outside the database: no line changed, left out or put in, all about the same content,
 * and the newest one says the state in which the submission stands.
 */
export async function chainIsWhole(tx: Tx, submission: StoredSubmission): Promise<boolean> {
  const events = await eventsOf(tx, submission.tenant, submission.id);
  let before: Buffer = Buffer.of(0);
  for (const [index, event] of events.entries()) {
    if (!isNext(event, index + 1, before, submission.contentHash)) return false;
    before = event.hash;
  }
  const newest = events.at(-1);
  return newest !== undefined && newest.kind === newest.state;
}

/** The newest hash of a chain. */
export async function chainHead(tx: Tx, submission: StoredSubmission): Promise<Buffer> {
  const newest = (await eventsOf(tx, submission.tenant, submission.id)).at(-1);
  if (!newest) throw new Error(`Submission ${submission.id} has no events`);
  return newest.hash;
}

function isNext(event: StoredEvent, seq: number, before: Buffer, contentHash: Buffer): boolean {
  const hash = createHash('sha256').update(before).update(event.text, 'utf8').digest();
  return (
    event.seq === seq &&
    event.prevHash.equals(before) &&
    event.hash.equals(hash) &&
    event.contentHash.equals(contentHash)
  );
}
