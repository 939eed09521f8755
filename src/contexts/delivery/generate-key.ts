import { createPrivateKey, generateKeyPair, randomUUID } from 'node:crypto';
import { promisify } from 'node:util';
import { type EncryptionJwk, encryptionJwkOf } from '#standards/fit-connect';

const generate = promisify(generateKeyPair);

export interface GeneratedKey {
  readonly jwk: EncryptionJwk;
  readonly pem: string;
}

/** A new receiving key. Node makes it in its thread pool: the event loop goes on meanwhile. */
export async function generateReceivingKey(bits: number): Promise<GeneratedKey> {
  const { privateKey } = await generate('rsa', {
    modulusLength: bits,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
  return { jwk: encryptionJwkOf(createPrivateKey(privateKey), randomUUID()), pem: privateKey };
}
