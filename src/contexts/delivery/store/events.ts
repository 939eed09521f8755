import { sql } from 'kysely';
import { rowOf, rowsOf, type TenantId, type Tx } from '#platform';
import type { SubmissionState } from '../domain/submission.ts';
import { idOrNone } from './ids.ts';
import type { StoredSubmission } from './submissions.ts';

export type EventKind = 'submitted' | 'forwarded' | 'accepted' | 'rejected' | 'deleted';

/** The other submission of a hand-over, and the event of its chain on which this one stands. */
export interface EventLink {
  readonly submission: string;
  readonly hash: Buffer;
}

export interface NewEvent {
  readonly kind: EventKind;
  readonly reasons?: readonly string[];
  readonly link?: EventLink | undefined;
}

/** Adds a line to a submission's chain; the database counts, dates and chains it. Returns its hash. */
export async function appendEvent(
  tx: Tx,
  submission: Pick<StoredSubmission, 'tenant' | 'id' | 'contentHash'> & {
    readonly absender: TenantId | null;
  },
  { kind, reasons = [], link }: NewEvent,
): Promise<Buffer> {
  const absender = submission.absender ?? sql`platform.tenant()`;
  const row = await rowOf(
    tx,
    sql<{
      hash: Buffer;
    }>`insert into delivery.event (tenant_id, submission_id, absender, kind, reasons, content_hash,
        linked, linked_hash)
      values (${submission.tenant}, ${submission.id}, ${absender}, ${kind}, ${[...reasons]}, ${submission.contentHash},
        ${link?.submission ?? null}, ${link?.hash ?? null})
      returning hash`,
  );
  if (!row) throw new Error('An event was not written');
  return row.hash;
}

/** A line as it is stored, with the text over which its hash goes (see migrations/0601_delivery.sql). */
export interface StoredEvent {
  readonly seq: number;
  readonly at: Date;
  readonly kind: EventKind;
  readonly reasons: readonly string[];
  readonly contentHash: Buffer;
  readonly linked: string | null;
  readonly prevHash: Buffer;
  readonly hash: Buffer;
  readonly text: string;
  /** The state of the submission at the same moment, so that a decision in between cannot look like a forgery. */
  readonly state: SubmissionState;
}

export function eventsOf(tx: Tx, tenant: TenantId, submission: string): Promise<readonly StoredEvent[]> {
  return rowsOf(
    tx,
    sql<StoredEvent>`select e.seq, e.at, e.kind, e.reasons, e.content_hash as "contentHash", e.linked,
        e.prev_hash as "prevHash", e.hash, s.state,
        jsonb_build_array(e.tenant_id, e.submission_id, e.seq, e.absender, extract(epoch from e.at), e.kind, e.reasons,
          encode(e.content_hash, 'hex'), e.linked, encode(e.linked_hash, 'hex'))::text as text
      from delivery.event e join delivery.submission s on s.tenant_id = e.tenant_id and s.id = e.submission_id
      where e.tenant_id = ${tenant} and e.submission_id = ${idOrNone(submission)} order by e.seq`,
  );
}
