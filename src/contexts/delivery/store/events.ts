import { type RawBuilder, sql } from 'kysely';
import type { TenantId, Tx } from '#platform';
import { rowOf, rowsOf } from './rows.ts';
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
}

export function eventsOf(tx: Tx, tenant: TenantId, submission: string): Promise<readonly StoredEvent[]> {
  return rowsOf(tx, selectEvents(sql`tenant_id = ${tenant} and submission_id = ${submission}`));
}

function selectEvents(condition: RawBuilder<unknown>): RawBuilder<StoredEvent> {
  return sql<StoredEvent>`select seq, at, kind, reasons, content_hash as "contentHash", linked,
      prev_hash as "prevHash", hash,
      jsonb_build_array(tenant_id, submission_id, seq, absender, extract(epoch from at), kind, reasons,
        encode(content_hash, 'hex'), linked, encode(linked_hash, 'hex'))::text as text
    from delivery.event where ${condition} order by seq`;
}
