import { type Result, refuse } from '#kernel';
import {
  type AnnouncedAttachment,
  privateKeyFromPem,
  type VerifiedStream,
  verifyJweStream,
} from '#standards/fit-connect';
import { receivingKeyMissing, submissionDamaged } from '../errors.ts';
import type { Blobs, PrivateKeys } from '../ports.ts';
import type { StoredBlob } from '../store/attachments.ts';

/** An attachment of an opened submission. */
export interface OpenedAttachment extends AnnouncedAttachment {
  /** Size of the ciphertext. */
  readonly storedBytes: number;
  /**
   * Checks tag and hash over the whole file before anything is released, then streams the plaintext. Refuses a file that
   * is missing, was changed, or is not the announced one.
   */
  readonly open: () => Promise<Result<VerifiedStream>>;
}

class FileMissing extends Error {}

export function openedAttachment(
  stores: { readonly keys: PrivateKeys; readonly blobs: Blobs },
  pair: { readonly announced: AnnouncedAttachment; readonly stored: StoredBlob },
): OpenedAttachment {
  const { announced, stored } = pair;
  const open = async (): Promise<Result<VerifiedStream>> => {
    const pem = await stores.keys.load(stored.kid);
    if (pem === null) return refuse(receivingKeyMissing);
    const verified = await verifiedFile(stores.blobs, stored, pem);
    if (!verified?.ok || verified.value.sha512 !== announced.sha512)
      return refuse(submissionDamaged('attachment'));
    return verified;
  };
  return { ...announced, storedBytes: stored.bytes, open };
}

/** `null` where the file is missing. */
async function verifiedFile(
  blobs: Blobs,
  { id, bytes }: StoredBlob,
  pem: string,
): Promise<Result<VerifiedStream> | null> {
  try {
    // The plaintext of a JWE is shorter than its compact form unless it was compressed, which our senders do not do.
    return await verifyJweStream(privateKeyFromPem(pem), () => bytesOf(blobs, id), { maxBytes: bytes });
  } catch (error) {
    if (error instanceof FileMissing) return null;
    throw error;
  }
}

async function* bytesOf(blobs: Blobs, id: string): AsyncGenerator<Uint8Array> {
  const bytes = await blobs.get(id);
  if (!bytes) throw new FileMissing(id);
  yield* bytes;
}
