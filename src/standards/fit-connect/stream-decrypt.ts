import {
  constants,
  createDecipheriv,
  createHash,
  type DecipherGCM,
  type KeyObject,
  privateDecrypt,
} from 'node:crypto';
import { Readable } from 'node:stream';
import { createInflateRaw } from 'node:zlib';
import { ok, type Result, refuse } from '#kernel';
import { JweFault, readCompact } from './compact-segments.ts';
import { type JweHeader, parseHeader } from './jwe-header.ts';
import { jweForm, jweNotOpened, jweTooLarge } from './refusals.ts';

/** An attachment whose tag was found right. */
export interface VerifiedStream {
  readonly header: JweHeader;
  readonly bytes: number;
  /** SHA-512 of the plaintext, to be compared with the metadata. */
  readonly sha512: string;
  /** Reads the ciphertext again and releases the plaintext; throws at the end should it have changed since. */
  readonly plaintext: () => AsyncGenerator<Buffer>;
}

/**
 * Opens a compact JWE of any length in two passes over `open()`: the first checks the tag and releases nothing, the second
 * releases. Refuses as `decryptJwe` does, more than `maxBytes` of plaintext with `JWE_TOO_LARGE`.
 */
export async function verifyJweStream(
  privateKey: KeyObject,
  open: () => AsyncIterable<Uint8Array>,
  limits: { readonly maxBytes: number },
): Promise<Result<VerifiedStream>> {
  const hash = createHash('sha512');
  let bytes = 0;
  let header: JweHeader | null = null;
  const noteHeader = (seen: JweHeader) => {
    header = seen;
  };
  try {
    for await (const piece of decrypted(privateKey, open(), limits.maxBytes, noteHeader)) {
      hash.update(piece);
      bytes += piece.length;
    }
  } catch (error) {
    if (error instanceof JweFault) return refuse(error.refusal);
    throw error;
  }
  if (!header) throw new Error('A JWE without a header passed');
  const plaintext = () => decrypted(privateKey, open(), limits.maxBytes, () => {});
  return ok({ header, bytes, sha512: hash.digest('hex'), plaintext });
}

async function* decrypted(
  privateKey: KeyObject,
  chunks: AsyncIterable<Uint8Array>,
  maxBytes: number,
  onHeader: (header: JweHeader) => void,
): AsyncGenerator<Buffer> {
  let header: JweHeader | null = null;
  let decipher: DecipherGCM | null = null;
  const released = readCompact(chunks, {
    head: ([first, wrapped, iv]) => {
      header = headerOrFault(first);
      onHeader(header);
      decipher = decipherOf(privateKey, first, wrapped, iv);
    },
    body: (ciphertext) => begun(decipher).update(ciphertext),
    tail: (tag) => checkTag(begun(decipher), tag),
  });
  // The header is read before the first piece, so the first look decides whether to inflate.
  const first = await released.next();
  const all = continued(first, released);
  let bytes = 0;
  for await (const piece of inflatedIf((header as JweHeader | null)?.zip === 'DEF', all)) {
    bytes += piece.length;
    if (bytes > maxBytes) throw new JweFault(jweTooLarge);
    yield piece;
  }
}

async function* continued(
  first: IteratorResult<Buffer>,
  rest: AsyncGenerator<Buffer>,
): AsyncGenerator<Buffer> {
  try {
    if (!first.done) yield first.value;
    yield* rest;
  } finally {
    await rest.return(undefined);
  }
}

async function* inflatedIf(deflated: boolean, source: AsyncGenerator<Buffer>): AsyncGenerator<Buffer> {
  if (!deflated) {
    yield* source;
    return;
  }
  const inflate = createInflateRaw();
  const input = Readable.from(source).on('error', (error) => inflate.destroy(error));
  input.pipe(inflate);
  try {
    for await (const piece of inflate) yield piece;
  } catch (error) {
    throw error instanceof JweFault ? error : new JweFault(jweNotOpened);
  } finally {
    input.destroy();
    inflate.destroy();
  }
}

function headerOrFault(segment: string): JweHeader {
  const header = parseHeader(segment);
  if (!header.ok) throw new JweFault(header.refusal);
  return header.value;
}

function decipherOf(privateKey: KeyObject, header: string, wrapped: string, iv: string): DecipherGCM {
  const nonce = Buffer.from(iv, 'base64url');
  if (nonce.length !== 12) throw new JweFault(jweForm('der Initialisierungsvektor hat nicht 96 Bit'));
  const contentKey = unwrapped(privateKey, Buffer.from(wrapped, 'base64url'));
  const decipher = createDecipheriv('aes-256-gcm', contentKey, nonce, { authTagLength: 16 });
  return decipher.setAAD(Buffer.from(header, 'ascii'));
}

function unwrapped(privateKey: KeyObject, wrapped: Buffer): Buffer {
  try {
    const padding = constants.RSA_PKCS1_OAEP_PADDING;
    const key = privateDecrypt({ key: privateKey, padding, oaepHash: 'sha256' }, wrapped);
    if (key.length === 32) return key;
  } catch {
    // A foreign key answers as a changed ciphertext does.
  }
  throw new JweFault(jweNotOpened);
}

function checkTag(decipher: DecipherGCM, tag: string): void {
  const bytes = Buffer.from(tag, 'base64url');
  if (bytes.length !== 16) throw new JweFault(jweForm('das Prüfzeichen hat nicht 128 Bit'));
  try {
    decipher.setAuthTag(bytes).final();
  } catch {
    throw new JweFault(jweNotOpened);
  }
}

function begun(decipher: DecipherGCM | null): DecipherGCM {
  if (!decipher) throw new Error('Ciphertext came before its header');
  return decipher;
}
