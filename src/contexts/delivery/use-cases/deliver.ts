import { ok, type Result, refuse } from '#kernel';
import { newId, publish, secretHash, type Tx } from '#platform';
import type { AuthenticationTags } from '#standards/fit-connect';
import { sealsAt } from '../domain/receiving-key.ts';
import { receives } from '../domain/zustellpunkt.ts';
import {
  attachmentGone,
  receivingKeyExpired,
  repeatedDifferently,
  zustellpunktClosed,
  zustellpunktUnknown,
} from '../errors.ts';
import { claimAttachments, lockClaimable } from '../store/attachments.ts';
import { appendEvent, type EventLink } from '../store/events.ts';
import {
  insertSubmission,
  lockIdempotencyKey,
  type StoredSubmission,
  submissionByKey,
} from '../store/submissions.ts';
import { keysOf, zustellpunktById } from '../store/zustellpunkte.ts';
import { type SealedSubmission, tagsOf } from './seal-submission.ts';

/** The event that the worker hears of each new submission; its payload holds ids only. */
export const submittedEvent = 'delivery.submitted';

/** With what a submission is put into the ledger. */
export interface DeliveryOrder {
  /** The sender's own name for this submission: however often it is used, one submission comes of it. */
  readonly idempotencyKey: string;
  /** What is applied for: a Leistung or an Onlinedienst, never anything of the person. */
  readonly leistung: string;
  readonly now: Date;
  /** The case that this submission belongs to; a new one where it is not given. */
  readonly caseId?: string;
}

/** What the sender keeps of a delivery. */
export interface DeliveryReceipt {
  readonly submissionId: string;
  readonly caseId: string;
  readonly createdAt: Date;
  /** Whether it had been delivered before. */
  readonly repeated: boolean;
  /** Hash over the ciphertexts; every event of the chain carries it. */
  readonly contentHash: string;
  /** Hash of the chain's first event; `null` where it had been delivered before. */
  readonly chainHash: string | null;
  /** The tags of this delivery; `null` where it had been delivered before. */
  readonly tags: AuthenticationTags | null;
}

/**
 * Puts a sealed submission into the authority's ledger, in the caller's transaction: it is there when that commits, and
 * not at all otherwise. The transaction belongs to the sending organisation. Refuses before it has written anything: a
 * closed Zustellpunkt, an expired key, an attachment that is gone, a key that was used for something else.
 */
export function deliver(
  tx: Tx,
  sealed: SealedSubmission,
  order: DeliveryOrder,
): Promise<Result<DeliveryReceipt>> {
  return deliverLinked(tx, sealed, order, undefined);
}

/** As `deliver`, and links the new chain to the one of the submission that is handed on. */
export async function deliverLinked(
  tx: Tx,
  sealed: SealedSubmission,
  order: DeliveryOrder,
  link: EventLink | undefined,
): Promise<Result<DeliveryReceipt>> {
  const hash = secretHash(order.idempotencyKey);
  await lockIdempotencyKey(tx, hash);
  const earlier = await submissionByKey(tx, hash);
  if (earlier) return receiptOfEarlier(earlier, sealed, order);
  const unfit = await refusalOf(tx, sealed, order.now);
  if (unfit) return refuse(unfit);
  return ok(await write(tx, sealed, order, hash, link));
}

async function refusalOf(tx: Tx, sealed: SealedSubmission, now: Date) {
  const zustellpunkt = await zustellpunktById(tx, sealed.tenant, sealed.zustellpunkt);
  if (!zustellpunkt) return zustellpunktUnknown;
  if (!receives(zustellpunkt.state)) return zustellpunktClosed;
  const keys = await keysOf(tx, sealed.tenant, sealed.zustellpunkt);
  const key = keys.find(({ kid }) => kid === sealed.kid);
  if (!key || !sealsAt(key, now)) return receivingKeyExpired;
  const blobs = blobsOf(sealed);
  const claimable = await lockClaimable(tx, sealed.tenant, blobs);
  return claimable === blobs.length ? null : attachmentGone;
}

async function write(
  tx: Tx,
  sealed: SealedSubmission,
  { leistung, now, caseId = newId() }: DeliveryOrder,
  idempotencyHash: Buffer,
  link: EventLink | undefined,
): Promise<DeliveryReceipt> {
  const { tenant, zustellpunkt, kid, metadata, data, contentHash } = sealed;
  const id = newId();
  const place = { tenant, id, zustellpunkt, kid, caseId, leistung, createdAt: now };
  const forwardedFrom = link?.submission ?? null;
  await insertSubmission(tx, { ...place, metadata, data, contentHash, idempotencyHash, forwardedFrom });
  await claimAttachments(tx, tenant, id, blobsOf(sealed));
  const first = { tenant, id, contentHash, absender: null };
  const chainHash = await appendEvent(tx, first, { kind: 'submitted', link });
  await publish(tx, submittedEvent, { submission: id, zustellpunkt, empfaenger: tenant });
  return {
    submissionId: id,
    caseId,
    createdAt: now,
    repeated: false,
    contentHash: contentHash.toString('hex'),
    chainHash: chainHash.toString('hex'),
    tags: tagsOf(sealed),
  };
}

function blobsOf(sealed: SealedSubmission): readonly string[] {
  return sealed.attachments.map(({ blob }) => blob);
}

function receiptOfEarlier(
  earlier: StoredSubmission,
  sealed: SealedSubmission,
  order: DeliveryOrder,
): Result<DeliveryReceipt> {
  const same = earlier.zustellpunkt === sealed.zustellpunkt && earlier.leistung === order.leistung;
  if (!same) return refuse(repeatedDifferently);
  return ok({
    submissionId: earlier.id,
    caseId: earlier.caseId,
    createdAt: earlier.createdAt,
    repeated: true,
    contentHash: earlier.contentHash.toString('hex'),
    chainHash: null,
    tags: null,
  });
}
