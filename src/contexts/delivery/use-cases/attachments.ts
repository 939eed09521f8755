import { ok, type Result, refuse } from '#kernel';
import { newId } from '#platform';
import { encryptJweStream } from '#standards/fit-connect';
import { attachmentGone, attachmentTooLarge } from '../errors.ts';
import type { Delivery, Party } from '../ports.ts';
import {
  extendAttachments,
  finishAttachment,
  forgetAttachment,
  insertAttachment,
  markUnsentDeleted,
} from '../store/attachments.ts';
import type { SealingKey } from './receiving-keys.ts';

type Storage = Pick<Delivery, 'db' | 'clock' | 'blobs'>;

/** A file on its way to the authority. */
export interface Upload {
  readonly source: AsyncIterable<Uint8Array>;
  /** The media type that its content was found to have. */
  readonly mimeType: string;
  readonly maxBytes: number;
  /** When it goes should it never be sent. */
  readonly expiresAt: Date;
  /** The FIT-Connect attachment id; a new one where it is not given. */
  readonly attachmentId?: string;
}

/** What the sender keeps of a stored attachment, sealed with its draft: the hash tells of the content. */
export interface StoredAttachment {
  readonly id: string;
  readonly blob: string;
  readonly sha512: string;
  readonly tag: string;
  readonly mimeType: string;
  /** Size of the file as it was uploaded. */
  readonly bytes: number;
}

class TooLarge extends Error {}

/**
 * Encrypts a file to the authority while it streams in; no byte of it touches the disk in clear. Refuses more than
 * `maxBytes` and leaves nothing then, nor when the source breaks off.
 */
export async function storeAttachment(
  storage: Storage,
  { tenant, actor }: Party,
  key: SealingKey,
  upload: Upload,
): Promise<Result<StoredAttachment>> {
  const { db, clock, blobs } = storage;
  const blob = newId();
  const id = upload.attachmentId ?? newId();
  const { jwk, tenant: receiver, zustellpunkt } = key;
  const times = { createdAt: clock.now(), expiresAt: upload.expiresAt };
  const row = { tenant: receiver, id: blob, attachmentId: id, zustellpunkt, kid: jwk.kid, ...times };
  await db.withTenant(tenant, actor, (tx) => insertAttachment(tx, row));
  const sealed = encryptJweStream(jwk, limited(upload.source, upload.maxBytes), upload.mimeType);
  try {
    await blobs.put(blob, sealed.compact);
  } catch (error) {
    await removeUnsent(storage, { tenant, actor }, blob);
    if (error instanceof TooLarge) return refuse(attachmentTooLarge);
    throw error;
  }
  const { sha512, tag, plainBytes, compactBytes } = sealed.summary();
  const kept = await db.withTenant(tenant, actor, (tx) => finishAttachment(tx, blob, tag, compactBytes));
  if (!kept) {
    await blobs.delete(blob);
    return refuse(attachmentGone);
  }
  return ok({ id, blob, sha512, tag, mimeType: upload.mimeType, bytes: plainBytes });
}

/** Moves the day on which unsent attachments go, when their draft was edited. Refuses where one is gone already. */
export async function keepAttachments(
  { db }: Pick<Storage, 'db'>,
  { tenant, actor }: Party,
  blobs: readonly string[],
  expiresAt: Date,
): Promise<Result<void>> {
  const kept = await db.withTenant(tenant, actor, (tx) => extendAttachments(tx, blobs, expiresAt));
  return kept === blobs.length ? ok(undefined) : refuse(attachmentGone);
}

/** Deletes an attachment that was not sent; does nothing to one that was. */
export async function removeUnsent(
  { db, clock, blobs }: Storage,
  { tenant, actor }: Party,
  blob: string,
): Promise<void> {
  const marked = await db.withTenant(tenant, actor, (tx) => markUnsentDeleted(tx, blob, clock.now()));
  if (marked === 0) return;
  await blobs.delete(blob);
  await db.withTenant(tenant, actor, (tx) => forgetAttachment(tx, blob));
}

async function* limited(source: AsyncIterable<Uint8Array>, maxBytes: number): AsyncGenerator<Uint8Array> {
  let bytes = 0;
  for await (const piece of source) {
    bytes += piece.length;
    if (bytes > maxBytes) throw new TooLarge();
    yield piece;
  }
}
