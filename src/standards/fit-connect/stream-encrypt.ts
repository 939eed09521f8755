import { constants, createCipheriv, createHash, publicEncrypt, randomBytes } from 'node:crypto';
import { type EncryptionJwk, publicKeyOf } from './encryption-key.ts';
import { protectedHeader } from './jwe-header.ts';

/** What is known of a streamed attachment when its last byte went through. */
export interface JweSummary {
  /** SHA-512 of the plaintext, for the metadata. */
  readonly sha512: string;
  readonly plainBytes: number;
  readonly compactBytes: number;
  /** The authentication tag, the last segment of the JWE. */
  readonly tag: string;
}

export interface StreamedJwe {
  /** The compact JWE in pieces, ASCII. */
  readonly compact: AsyncGenerator<Buffer>;
  /** Throws before `compact` has been read to its end. */
  readonly summary: () => JweSummary;
}

/**
 * Encrypts a stream as one compact JWE without holding it in memory: the same form as `encryptJwe` (RFC 7516 section
 * 7.1; RSA-OAEP-256, A256GCM), so any JWE library opens it. Errors of the source go through.
 */
export function encryptJweStream(
  publicJwk: EncryptionJwk,
  source: AsyncIterable<Uint8Array>,
  contentType: string,
): StreamedJwe {
  let summary: JweSummary | null = null;
  return {
    compact: encrypted(publicJwk, source, contentType, (end) => {
      summary = end;
    }),
    summary: () => {
      if (!summary) throw new Error('The encrypted stream was not read to its end');
      return summary;
    },
  };
}

async function* encrypted(
  publicJwk: EncryptionJwk,
  source: AsyncIterable<Uint8Array>,
  contentType: string,
  onEnd: (summary: JweSummary) => void,
): AsyncGenerator<Buffer> {
  const contentKey = randomBytes(32);
  const iv = randomBytes(12);
  const header = base64url(JSON.stringify(protectedHeader(publicJwk.kid, contentType)));
  const padding = constants.RSA_PKCS1_OAEP_PADDING;
  const wrapped = publicEncrypt({ key: publicKeyOf(publicJwk), padding, oaepHash: 'sha256' }, contentKey);
  // The header is authenticated as it stands in the first segment (RFC 7516 section 5.1, step 14).
  const cipher = createCipheriv('aes-256-gcm', contentKey, iv).setAAD(Buffer.from(header, 'ascii'));
  const hash = createHash('sha512');
  const encode = base64urlEncoder();
  let plainBytes = 0;
  let compactBytes = 0;
  const counted = (text: string) => {
    compactBytes += text.length;
    return Buffer.from(text, 'ascii');
  };
  yield counted(`${header}.${base64url(wrapped)}.${base64url(iv)}.`);
  for await (const chunk of source) {
    hash.update(chunk);
    plainBytes += chunk.length;
    yield counted(encode.next(cipher.update(chunk)));
  }
  yield counted(encode.next(cipher.final()) + encode.end());
  const tag = base64url(cipher.getAuthTag());
  yield counted(`.${tag}`);
  onEnd({ sha512: hash.digest('hex'), plainBytes, compactBytes, tag });
}

function base64url(bytes: Uint8Array | string): string {
  return Buffer.from(bytes).toString('base64url');
}

/** Encodes pieces of any length; up to two bytes wait for the next piece, because three bytes make four characters. */
function base64urlEncoder() {
  let rest: Buffer = Buffer.alloc(0);
  return {
    next: (piece: Buffer): string => {
      const whole = rest.length === 0 ? piece : Buffer.concat([rest, piece]);
      const cut = whole.length - (whole.length % 3);
      rest = Buffer.from(whole.subarray(cut));
      return whole.toString('base64url', 0, cut);
    },
    end: (): string => rest.toString('base64url'),
  };
}
