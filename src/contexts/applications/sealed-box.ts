import { createPrivateKey, createPublicKey, diffieHellman, generateKeyPairSync } from 'node:crypto';
import { type DataKey, keyFromSecret, type SealedPlace } from '#platform';

const purpose = 'leitwerk message to an applicant';
const publicBytes = 44;

/** A pair of keys: anyone seals with the public one, only the holder of the private one opens. */
export interface BoxKeys {
  /** SPKI, DER. */
  readonly publicKey: Buffer;
  /** PKCS #8, DER, as base64url text, so that it can be sealed itself. */
  readonly privateKey: string;
}

/** A new X25519 pair. */
export function newBoxKeys(): BoxKeys {
  const { publicKey, privateKey } = generateKeyPairSync('x25519');
  return {
    publicKey: publicKey.export({ type: 'spki', format: 'der' }),
    privateKey: privateKey.export({ type: 'pkcs8', format: 'der' }).toString('base64url'),
  };
}

/** Seals a text to a public key, under a key that lives for this message only. */
export function sealTo(publicKey: Buffer, place: SealedPlace, text: string): Buffer {
  const own = generateKeyPairSync('x25519');
  const receiver = createPublicKey({ key: publicKey, type: 'spki', format: 'der' });
  const ownPublic = own.publicKey.export({ type: 'spki', format: 'der' });
  const shared = diffieHellman({ privateKey: own.privateKey, publicKey: receiver });
  return Buffer.concat([ownPublic, messageKey(shared, ownPublic, publicKey).seal(place, text)]);
}

/** Opens what `sealTo` sealed; throws where it was altered, moved, or meant for somebody else. */
export function openBox(keys: BoxKeys, place: SealedPlace, sealed: Buffer): string {
  const senderPublic = sealed.subarray(0, publicBytes);
  const privateKey = createPrivateKey({
    key: Buffer.from(keys.privateKey, 'base64url'),
    type: 'pkcs8',
    format: 'der',
  });
  const sender = createPublicKey({ key: senderPublic, type: 'spki', format: 'der' });
  const shared = diffieHellman({ privateKey, publicKey: sender });
  return messageKey(shared, senderPublic, keys.publicKey).open(place, sealed.subarray(publicBytes));
}

// Both public keys go into the key, so that a message belongs to exactly these two.
function messageKey(shared: Buffer, sender: Buffer, receiver: Buffer): DataKey {
  return keyFromSecret(Buffer.concat([shared, sender, receiver]).toString('base64url'), purpose);
}
