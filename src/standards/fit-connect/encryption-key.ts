import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';
import { z } from 'zod';
import { ok, type Result, refuse } from '#kernel';
import { refusalOf } from './refusals.ts';

/**
 * The public encryption key of a Zustellpunkt as FIT-Connect asks for it: an RSA JSON Web Key (RFC 7517, RFC 7518
 * section 6.3) for `RSA-OAEP-256` with `key_ops` exactly `["wrapKey"]`, `e` 65537 and a `kid` of 8 to 64 characters.
 */
export interface EncryptionJwk {
  readonly kty: 'RSA';
  readonly alg: 'RSA-OAEP-256';
  readonly key_ops: readonly ['wrapKey'];
  readonly kid: string;
  readonly n: string;
  readonly e: 'AQAB';
}

/** How long a modulus must be: 4096 bits by FIT-Connect; below 2048 nothing is accepted anywhere. */
export const keyBits = { production: 4096, least: 2048 } as const;

const base64url = /^[A-Za-z0-9_-]+$/;

const shape = z.object({
  kty: z.literal('RSA'),
  alg: z.literal('RSA-OAEP-256'),
  key_ops: z.tuple([z.literal('wrapKey')]),
  kid: z.string().min(8).max(64),
  n: z.string().regex(base64url),
  e: z.literal('AQAB'),
});

/**
 * Reads a public encryption key and checks it against the profile. Refuses private parts, a wrong purpose, and a modulus
 * of fewer than `minimumBits` (never fewer than 2048) with `ENCRYPTION_KEY_INVALID`. Certificates (`x5c`) are dropped.
 */
export function parseEncryptionJwk(
  input: unknown,
  minimumBits: number = keyBits.production,
): Result<EncryptionJwk> {
  const parsed = shape.safeParse(input);
  if (!parsed.success)
    return refuse(invalid(`Die Angabe „${parsed.error.issues[0]?.path.join('.') || 'kty'}“ passt nicht`));
  if (input && typeof input === 'object' && 'd' in input)
    return refuse(invalid('Er enthält den privaten Teil, der niemals weitergegeben werden darf'));
  const bits = bitsOf(parsed.data.n);
  const least = Math.max(minimumBits, keyBits.least);
  if (bits < least) return refuse(invalid(`Er hat ${bits} statt mindestens ${least} Bit`));
  return ok(parsed.data);
}

/** The public key of a private one, in the form of the profile. */
export function encryptionJwkOf(privateKey: KeyObject, kid: string): EncryptionJwk {
  const { n, e } = createPublicKey(privateKey).export({ format: 'jwk' });
  const jwk = { kty: 'RSA', alg: 'RSA-OAEP-256', key_ops: ['wrapKey'], kid, n, e };
  const parsed = parseEncryptionJwk(jwk, keyBits.least);
  if (!parsed.ok) throw new Error(parsed.refusal.message);
  return parsed.value;
}

/** Reads a private key (PKCS #8, PEM). Throws where it is no RSA key of 2048 bits or more. */
export function privateKeyFromPem(pem: string): KeyObject {
  const key = createPrivateKey(pem);
  const bits = key.asymmetricKeyDetails?.modulusLength ?? 0;
  if (key.asymmetricKeyType !== 'rsa' || bits < keyBits.least)
    throw new Error(`A receiving key must be RSA with at least ${keyBits.least} bits`);
  return key;
}

/** The public key for encryption. Its `key_ops` were checked at parsing; with them the libraries refuse to encrypt. */
export function publicKeyOf(jwk: EncryptionJwk): KeyObject {
  return createPublicKey({ key: { kty: jwk.kty, n: jwk.n, e: jwk.e }, format: 'jwk' });
}

function bitsOf(modulus: string): number {
  const bytes = Buffer.from(modulus, 'base64url');
  const first = bytes.findIndex((byte) => byte !== 0);
  return first < 0 ? 0 : (bytes.length - first - 1) * 8 + (32 - Math.clz32(bytes[first] ?? 0));
}

function invalid(why: string) {
  return refusalOf(
    'ENCRYPTION_KEY_INVALID',
    `Das ist kein Schlüssel nach den Vorgaben von FIT-Connect: ${why}.`,
  );
}
