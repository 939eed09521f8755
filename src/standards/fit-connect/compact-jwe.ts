import type { KeyObject } from 'node:crypto';
import { CompactEncrypt, compactDecrypt, errors } from 'jose';
import { ok, type Result, refuse } from '#kernel';
import { type EncryptionJwk, publicKeyOf } from './encryption-key.ts';
import { type JweHeader, parseHeader, protectedHeader } from './jwe-header.ts';
import { jweForm, jweNotOpened, jweTooLarge } from './refusals.ts';

/** What a compact JWE held. */
export interface OpenedJwe {
  readonly header: JweHeader;
  readonly plaintext: Uint8Array;
}

/**
 * Encrypts content that fits into memory (metadata, Fachdaten) as a compact JWE (RFC 7516 section 7.1) with a fresh
 * 256-bit key and a fresh 96-bit IV. `contentType` becomes `cty`, without which the delivery service answers 422.
 */
export function encryptJwe(
  publicJwk: EncryptionJwk,
  plaintext: Uint8Array,
  contentType: string,
): Promise<string> {
  return new CompactEncrypt(plaintext)
    .setProtectedHeader(protectedHeader(publicJwk.kid, contentType))
    .encrypt(publicKeyOf(publicJwk));
}

/**
 * Opens a compact JWE of at most `maxBytes` of plaintext; `zip: DEF` of other senders is inflated up to the same limit.
 * Refuses `JWE_FORM_INVALID`, `JWE_TOO_LARGE`, and `JWE_NOT_OPENED` for a foreign key as for any changed byte.
 */
export async function decryptJwe(
  privateKey: KeyObject,
  compact: string,
  limits: { readonly maxBytes: number },
): Promise<Result<OpenedJwe>> {
  if (compact.length > (limits.maxBytes * 4) / 3 + 8192) return refuse(jweTooLarge);
  const header = parseHeader(compact.slice(0, Math.max(0, compact.indexOf('.'))));
  if (!header.ok) return header;
  try {
    const { plaintext } = await compactDecrypt(compact, privateKey, {
      keyManagementAlgorithms: ['RSA-OAEP-256'],
      contentEncryptionAlgorithms: ['A256GCM'],
      maxDecompressedLength: limits.maxBytes,
    });
    return plaintext.length > limits.maxBytes ? refuse(jweTooLarge) : ok({ header: header.value, plaintext });
  } catch (error) {
    return refuse(refusalOfFault(error, header.value));
  }
}

function refusalOfFault(error: unknown, header: JweHeader) {
  if (error instanceof errors.JWEDecryptionFailed) return jweNotOpened;
  if (error instanceof errors.JWEInvalid)
    return header.zip && /exceeded/.test(error.message)
      ? jweTooLarge
      : jweForm('ein Abschnitt ist beschädigt');
  // An inflater reports broken input as a TypeError; the content was authentic, so its sender made it.
  if (header.zip && error instanceof TypeError) return jweForm('der Inhalt ist nicht richtig komprimiert');
  throw error;
}
