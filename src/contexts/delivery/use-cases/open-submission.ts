import type { KeyObject } from 'node:crypto';
import { ok, type Result, refuse } from '#kernel';
import type { TenantId, Tx } from '#platform';
import {
  type AnnouncedAttachment,
  announcedAttachments,
  decryptJwe,
  type Metadata,
  parseMetadata,
  privateKeyFromPem,
  sha512Hex,
} from '#standards/fit-connect';
import {
  type Damage,
  receivingKeyMissing,
  submissionDamaged,
  submissionDeleted,
  submissionUnknown,
} from '../errors.ts';
import { chainIsWhole } from '../event-chain.ts';
import type { Blobs, PrivateKeys } from '../ports.ts';
import { attachmentsOf, type StoredBlob } from '../store/attachments.ts';
import { contentOf, type StoredSubmission, submissionById } from '../store/submissions.ts';
import { type OpenedAttachment, openedAttachment } from './open-attachment.ts';
import { contentHashOf } from './seal-submission.ts';

/** A submission, checked and decrypted. */
export interface OpenedSubmission {
  readonly submission: StoredSubmission;
  readonly metadata: Metadata;
  readonly data: Uint8Array;
  readonly attachments: readonly OpenedAttachment[];
}

const maxMetadataBytes = 1 << 20;
const maxDataBytes = 32 << 20;

/**
 * Opens a submission for the authority that received it: chain and ciphertexts are as they were sent, the metadata fits its
 * schema, the data fits its hash, and exactly the announced attachments are there. The audit line is the caller's.
 * Refuses what is unknown, deleted, damaged, or sealed with a key that this machine does not have.
 */
export async function openSubmission(
  tx: Tx,
  stores: { readonly keys: PrivateKeys; readonly blobs: Blobs },
  tenant: TenantId,
  id: string,
): Promise<Result<OpenedSubmission>> {
  const submission = await submissionById(tx, tenant, id);
  if (!submission) return refuse(submissionUnknown);
  const content = await contentOf(tx, tenant, id);
  if (!content) return refuse(submissionDeleted);
  if (!(await chainIsWhole(tx, submission))) return damaged('chain');
  const stored = await attachmentsOf(tx, tenant, id);
  const tags = stored.map(({ attachmentId, tag }) => ({ id: attachmentId, tag }));
  if (!contentHashOf({ ...content, attachments: tags }).equals(submission.contentHash))
    return (await isDeletedNow(tx, submission)) ? refuse(submissionDeleted) : damaged('content');
  const pem = await stores.keys.load(submission.kid);
  if (pem === null) return refuse(receivingKeyMissing);
  const opened = await decrypted(privateKeyFromPem(pem), content);
  if (!opened.ok) return opened;
  const attachments = pairs(announcedAttachments(opened.value.metadata), stored);
  if (!attachments) return damaged('attachments-announced');
  return ok({
    submission,
    ...opened.value,
    attachments: attachments.map((pair) => openedAttachment(stores, pair)),
  });
}

/** Whether the deletion rule came in between two of our statements. */
async function isDeletedNow(tx: Tx, { tenant, id }: StoredSubmission): Promise<boolean> {
  return (await submissionById(tx, tenant, id))?.state === 'deleted';
}

async function decrypted(
  key: KeyObject,
  content: { readonly metadata: string; readonly data: string },
): Promise<Result<Pick<OpenedSubmission, 'metadata' | 'data'>>> {
  const metadataJwe = await decryptJwe(key, content.metadata, { maxBytes: maxMetadataBytes });
  if (!metadataJwe.ok) return damaged('metadata');
  const metadata = parseMetadata(Buffer.from(metadataJwe.value.plaintext).toString('utf8'));
  if (!metadata.ok) return damaged('metadata');
  const data = await decryptJwe(key, content.data, { maxBytes: maxDataBytes });
  if (!data.ok) return damaged('data');
  const { plaintext } = data.value;
  if (sha512Hex(plaintext) !== metadata.value.contentStructure.data.hash.content) return damaged('data');
  return ok({ metadata: metadata.value, data: plaintext });
}

/** Announced and delivered attachments, paired; `null` where they are not the same ones. */
function pairs(announced: readonly AnnouncedAttachment[], stored: readonly StoredBlob[]) {
  const byId = new Map(stored.map((blob) => [blob.attachmentId, blob]));
  const paired = announced.flatMap((attachment) => {
    const blob = byId.get(attachment.id);
    return blob ? [{ announced: attachment, stored: blob }] : [];
  });
  const complete = paired.length === announced.length && byId.size === announced.length;
  return complete ? paired : null;
}

function damaged(damage: Damage): Result<never> {
  return refuse(submissionDamaged(damage));
}
