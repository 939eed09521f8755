import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  sign,
  verify,
} from 'node:crypto';
import { canonicalJson } from './canonical-json.ts';
import { isObject } from './json.ts';

/** The public half of a key that signs packages: Ed25519 as JWK (RFC 8037), named by its own content (RFC 7638). */
export interface Paketschluessel {
  readonly kid: string;
  /** The 32 bytes of the key as base64url. */
  readonly x: string;
}

/** Both halves; `privat` is PKCS #8 in PEM and never leaves the installation. */
export interface Signierschluessel extends Paketschluessel {
  readonly privat: string;
}

/** A JWS (RFC 7515) without its payload: whoever checks it has the payload already. */
export interface Unterschrift {
  readonly protected: string;
  readonly signature: string;
}

/** A new key. */
export function newSignierschluessel(): Signierschluessel {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const { x = '' } = publicKey.export({ format: 'jwk' });
  return { kid: kidOf(x), x, privat: privateKey.export({ format: 'pem', type: 'pkcs8' }).toString() };
}

/** The name of a key: the SHA-256 thumbprint of its JWK. */
export function kidOf(x: string): string {
  return createHash('sha256')
    .update(canonicalJson({ crv: 'Ed25519', kty: 'OKP', x }))
    .digest('base64url');
}

/** A key by its 32 bytes in base64url; null where they are none. */
export function paketschluesselOf(x: string): Paketschluessel | null {
  return canonicalBytes(x)?.length === 32 ? { kid: kidOf(x), x } : null;
}

/** Signs a payload; `typ` keeps a signature from counting for something else. Equal payload and key, equal signature. */
export function signPayload(key: Signierschluessel, typ: string, payload: string): Unterschrift {
  const header = encoded(canonicalJson({ alg: 'EdDSA', kid: key.kid, typ }));
  const input = Buffer.from(`${header}.${encoded(payload)}`, 'ascii');
  return {
    protected: header,
    signature: sign(null, input, createPrivateKey(key.privat)).toString('base64url'),
  };
}

/** Which key a signature names; null where its header is none of ours. */
export function kidOfUnterschrift({ protected: header }: Unterschrift, typ: string): string | null {
  try {
    const read: unknown = JSON.parse(canonicalBytes(header)?.toString('utf8') ?? '');
    if (!isObject(read) || read.alg !== 'EdDSA' || read.typ !== typ) return null;
    return typeof read.kid === 'string' && Object.keys(read).length === 3 ? read.kid : null;
  } catch {
    return null;
  }
}

/** Whether the key made this signature over this payload. */
export function isSignedBy({ x }: Paketschluessel, signature: Unterschrift, payload: string): boolean {
  const bytes = canonicalBytes(signature.signature);
  if (bytes?.length !== 64) return false;
  const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });
  return verify(null, Buffer.from(`${signature.protected}.${encoded(payload)}`, 'ascii'), key, bytes);
}

function encoded(text: string): string {
  return Buffer.from(text, 'utf8').toString('base64url');
}

/** base64url that says each bit once; null for any other way to write the same bytes. */
function canonicalBytes(text: string): Buffer | null {
  const bytes = Buffer.from(text, 'base64url');
  return bytes.toString('base64url') === text ? bytes : null;
}
