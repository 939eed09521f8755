import { createHash } from 'node:crypto';

/** The hash of FIT-Connect's metadata: SHA-512 over the plaintext, 128 lower-case hexadecimal digits. */
export function sha512Hex(content: Uint8Array): string {
  return createHash('sha512').update(content).digest('hex');
}

/**
 * The authentication tag of a compact JWE: its last segment, base64url. The events `submit-submission` and
 * `accept-submission` carry the tags of metadata, data and each attachment, so that sender and receiver can show
 * that both mean the same ciphertexts.
 */
export function authenticationTagOf(compact: string): string {
  return compact.slice(compact.lastIndexOf('.') + 1);
}

/** The `authenticationTags` of one submission; attachments by their UUID. */
export interface AuthenticationTags {
  readonly metadata: string;
  readonly data: string;
  readonly attachments: Readonly<Record<string, string>>;
}
