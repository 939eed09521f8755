import { localDate, ok, type Result, refuse } from '#kernel';
import type { TenantId, Tx } from '#platform';
import { submissionAfter } from '../domain/submission.ts';
import { submissionActionImpossible } from '../errors.ts';
import { chainHead } from '../event-chain.ts';
import type { Delivery, Party } from '../ports.ts';
import { appendEvent } from '../store/events.ts';
import { type StoredSubmission, setSubmissionState } from '../store/submissions.ts';
import { removeUnsent, storeAttachment } from './attachments.ts';
import { lockedFor } from './decide-submission.ts';
import { type DeliveryReceipt, deliverLinked } from './deliver.ts';
import { type OpenedSubmission, openSubmission } from './open-submission.ts';
import { type SealingKey, sealingKeyOf } from './receiving-keys.ts';
import { type PayloadAttachment, type SealedSubmission, sealSubmission } from './seal-submission.ts';

/** To whom a submission is handed on, and what the next office should know. */
export interface ForwardOrder {
  readonly submission: string;
  readonly target: { readonly tenant: TenantId; readonly zustellpunkt: string };
  /** Travels encrypted, as an attachment of purpose `report`. */
  readonly note?: string;
}

/** A submission sealed anew for another Zustellpunkt, ready for `forwardSubmission`. */
export interface PreparedForward {
  readonly source: StoredSubmission;
  readonly sealed: SealedSubmission;
}

const day = 86_400_000;
const noteName = 'weiterleitungsnotiz.txt';

/**
 * Opens a submission and seals it for another Zustellpunkt, outside any lasting transaction, as attachments may be long.
 * What is prepared and never forwarded is swept after a day. Refuses as `openSubmission` and `sealingKeyOf` do.
 */
export async function prepareForward(
  delivery: Delivery,
  party: Party,
  order: ForwardOrder,
): Promise<Result<PreparedForward>> {
  const { db, clock } = delivery;
  const opened = await db.withTenant(party.tenant, party.actor, (tx) =>
    openSubmission(tx, delivery, party.tenant, order.submission),
  );
  if (!opened.ok) return opened;
  if (!submissionAfter(opened.value.submission.state, 'forward')) return refuse(submissionActionImpossible);
  const { tenant, zustellpunkt } = order.target;
  const key = await db.withPublic((tx) => sealingKeyOf(tx, tenant, zustellpunkt, clock.now()));
  if (!key.ok) return key;
  const attachments = await resealed(delivery, party, key.value, opened.value, order.note);
  if (!attachments.ok) return attachments;
  const sealed = await sealSubmission(key.value, payloadOf(opened.value, attachments.value));
  return ok({ source: opened.value.submission, sealed });
}

/**
 * Hands a prepared submission on, in the caller's transaction of the forwarding authority: the new submission, the state
 * of the old one and the links between both chains are one commit. Refuses where somebody else decided meanwhile.
 */
export async function forwardSubmission(
  tx: Tx,
  { source, sealed }: PreparedForward,
  now: Date,
): Promise<Result<DeliveryReceipt>> {
  const found = await lockedFor(tx, source.tenant, source.id, 'forward');
  if (!found.ok) return found;
  const link = { submission: source.id, hash: await chainHead(tx, source) };
  const idempotencyKey = `weiterleitung:${source.id}`;
  const order = { idempotencyKey, leistung: source.leistung, caseId: source.caseId, now };
  const receipt = await deliverLinked(tx, sealed, order, link);
  if (!receipt.ok) return receipt;
  const { submissionId: submission, chainHash } = receipt.value;
  if (chainHash === null)
    throw new Error(`Submission ${source.id} was handed on before, yet its state says otherwise`);
  await setSubmissionState(tx, found.value.submission, found.value.next, now);
  await appendEvent(tx, found.value.submission, {
    kind: 'forwarded',
    link: { submission, hash: Buffer.from(chainHash, 'hex') },
  });
  return receipt;
}

async function resealed(
  delivery: Delivery,
  party: Party,
  key: SealingKey,
  opened: OpenedSubmission,
  note: string | undefined,
): Promise<Result<readonly PayloadAttachment[]>> {
  const done: PayloadAttachment[] = [];
  const give = async (refusal: Result<never>) => {
    for (const { blob } of done) await removeUnsent(delivery, party, blob);
    return refusal;
  };
  const expiresAt = new Date(delivery.clock.now().getTime() + day);
  for (const attachment of opened.attachments) {
    const verified = await attachment.open();
    if (!verified.ok) return give(verified);
    const { bytes, plaintext } = verified.value;
    const { id: attachmentId, mimeType } = attachment;
    const upload = { source: plaintext(), mimeType, maxBytes: bytes, expiresAt, attachmentId };
    const stored = await storeAttachment(delivery, party, key, upload);
    if (!stored.ok) return give(stored);
    const { purpose, fileName, description } = attachment;
    done.push({ ...stored.value, purpose, fileName, description });
  }
  if (!note) return ok(done);
  const text = Buffer.from(note, 'utf8');
  const upload = { source: onePiece(text), mimeType: 'text/plain', maxBytes: text.length, expiresAt };
  const stored = await storeAttachment(delivery, party, key, upload);
  if (!stored.ok) return give(stored);
  return ok([...done, { ...stored.value, purpose: 'report', fileName: noteName }]);
}

async function* onePiece(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

function payloadOf({ metadata, data }: OpenedSubmission, attachments: readonly PayloadAttachment[]) {
  const { schemaUri, mimeType } = metadata.contentStructure.data.submissionSchema;
  const senderReference = metadata.additionalReferenceInfo?.senderReference;
  const day = metadata.additionalReferenceInfo?.applicationDate;
  const applicationDate = day === undefined ? undefined : localDate(day);
  const { author } = metadata;
  const reference = { senderReference, applicationDate, ...(author ? { author } : {}) };
  return { data, mimeType, schemaUri, attachments, ...reference };
}
