import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { CompactEncrypt, compactDecrypt } from 'jose';
import { decryptJwe, encryptJwe } from './compact-jwe.ts';
import { keyBits, parseEncryptionJwk, privateKeyFromPem, publicKeyOf } from './encryption-key.ts';
import { authenticationTagOf, sha512Hex } from './integrity.ts';
import { verifyJweStream } from './stream-decrypt.ts';
import { encryptJweStream } from './stream-encrypt.ts';
import encryptionKeys from './vectors/encryption-keys.json' with { type: 'json' };
import vectors from './vectors/jwe.json' with { type: 'json' };

const maxBytes = 1 << 20;
const privateKeys = {
  rsa2048: privateKeyFromPem(vectors.keys.rsa2048.pem),
  rsa4096: privateKeyFromPem(vectors.keys.rsa4096.pem),
};
const publicKey = parseEncryptionJwk(vectors.keys.rsa2048.jwk, keyBits.least);
assert.ok(publicKey.ok);
const jwk = publicKey.value;

function privateKeyOf(name: string) {
  return name === 'rsa4096' ? privateKeys.rsa4096 : privateKeys.rsa2048;
}

/** The bytes in pieces of `size`, as they might come from a socket. */
async function* cut(bytes: Uint8Array, size: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield Buffer.from(bytes.subarray(at, at + size));
}

async function all(pieces: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const seen: Uint8Array[] = [];
  for await (const piece of pieces) seen.push(piece);
  return Buffer.concat(seen);
}

test('what another implementation encrypted is opened, in memory and as a stream of any piece size', async () => {
  for (const { name, key, contentType, plaintextHex, sha512, compact } of vectors.valid) {
    const opened = await decryptJwe(privateKeyOf(key), compact, { maxBytes });
    assert.ok(opened.ok, name);
    assert.equal(Buffer.from(opened.value.plaintext).toString('hex'), plaintextHex, name);
    assert.equal(opened.value.header.cty, contentType);
    assert.equal(sha512Hex(opened.value.plaintext), sha512);
    for (const size of [1, 7, 64, 4096]) {
      const open = () => cut(Buffer.from(compact), size);
      const verified = await verifyJweStream(privateKeyOf(key), open, { maxBytes });
      assert.ok(verified.ok, `${name} in pieces of ${size}`);
      assert.equal(verified.value.sha512, sha512);
      assert.equal(verified.value.header.cty, contentType);
      assert.equal((await all(verified.value.plaintext())).toString('hex'), plaintextHex);
    }
  }
});

test('a JWE that was changed, sealed for another key or outside the profile is refused, in memory and as a stream', async () => {
  for (const { name, key, compact, code } of vectors.invalid) {
    const opened = await decryptJwe(privateKeyOf(key), compact, { maxBytes });
    assert.equal(opened.ok ? 'opened' : opened.refusal.code, code, name);
    const stream = await verifyJweStream(privateKeyOf(key), () => cut(Buffer.from(compact), 50), {
      maxBytes,
    });
    assert.ok(!stream.ok, name);
    assert.match(stream.refusal.code, /^JWE_(FORM_INVALID|NOT_OPENED)$/, name);
  }
});

test('an encryption key outside the profile is refused, one inside is taken', () => {
  for (const { jwk: candidate, minimumBits } of encryptionKeys.valid)
    assert.ok(parseEncryptionJwk(candidate, minimumBits).ok);
  for (const { name, jwk: candidate, minimumBits } of encryptionKeys.invalid) {
    const parsed = parseEncryptionJwk(candidate, minimumBits);
    assert.equal(parsed.ok ? 'taken' : parsed.refusal.code, 'ENCRYPTION_KEY_INVALID', name);
  }
});

test('our stream is opened by the library, and the library by our stream, for every length and cut', async () => {
  const content = fc.uint8Array({ maxLength: 300 });
  await fc.assert(
    fc.asyncProperty(content, fc.integer({ min: 1, max: 40 }), async (plain, size) => {
      const sealed = encryptJweStream(jwk, cut(plain, size), 'application/pdf');
      const compact = (await all(sealed.compact)).toString('ascii');
      const theirs = await compactDecrypt(compact, privateKeys.rsa2048);
      assert.deepEqual(Buffer.from(theirs.plaintext), Buffer.from(plain));
      assert.equal(theirs.protectedHeader.cty, 'application/pdf');
      const { sha512, plainBytes, compactBytes, tag } = sealed.summary();
      assert.deepEqual(
        [sha512, plainBytes, compactBytes, tag],
        [sha512Hex(plain), plain.length, compact.length, authenticationTagOf(compact)],
      );
      const other = await new CompactEncrypt(plain)
        .setProtectedHeader({ alg: 'RSA-OAEP-256', enc: 'A256GCM', cty: 'text/plain' })
        .encrypt(publicKeyOf(jwk));
      const open = () => cut(Buffer.from(other), size);
      const ours = await verifyJweStream(privateKeys.rsa2048, open, { maxBytes });
      assert.ok(ours.ok);
      assert.deepEqual(await all(ours.value.plaintext()), Buffer.from(plain));
    }),
    { numRuns: 60 },
  );
});

test('two encryptions of the same content have nothing in common but the header', async () => {
  const plain = Buffer.from('{"name":"Bello"}');
  const [a, b] = await Promise.all([1, 2].map(() => encryptJwe(jwk, plain, 'application/json')));
  const same = a?.split('.').map((segment, index) => segment === b?.split('.')[index]);
  assert.deepEqual(same, [true, false, false, false, false]);
});

test('no byte of plaintext leaves a stream whose last byte was changed', async () => {
  const sealed = encryptJweStream(jwk, cut(Buffer.alloc(200_000, 'x'), 1000), 'application/pdf');
  const compact = await all(sealed.compact);
  const index = compact.lastIndexOf('.') - 8;
  compact[index] = compact[index] === 0x41 ? 0x42 : 0x41;
  const verified = await verifyJweStream(privateKeys.rsa2048, () => cut(compact, 999), { maxBytes });
  assert.equal(verified.ok ? 'released' : verified.refusal.code, 'JWE_NOT_OPENED');
});

test('more plaintext than allowed is refused, before and after inflating', async () => {
  const bomb = await new CompactEncrypt(Buffer.alloc(3_000_000))
    .setProtectedHeader({ alg: 'RSA-OAEP-256', enc: 'A256GCM', cty: 'application/json', zip: 'DEF' })
    .encrypt(publicKeyOf(jwk));
  assert.ok(bomb.length < 20_000);
  const large = await encryptJwe(jwk, Buffer.alloc(3_000_000), 'application/json');
  for (const compact of [bomb, large]) {
    const opened = await decryptJwe(privateKeys.rsa2048, compact, { maxBytes });
    assert.equal(opened.ok ? 'opened' : opened.refusal.code, 'JWE_TOO_LARGE');
    const stream = await verifyJweStream(privateKeys.rsa2048, () => cut(Buffer.from(compact), 5000), {
      maxBytes,
    });
    assert.equal(stream.ok ? 'opened' : stream.refusal.code, 'JWE_TOO_LARGE');
  }
});

test('a content type is never left out: without a media type nothing is encrypted', async () => {
  assert.throws(() => encryptJwe(jwk, Buffer.from('{}'), ''), /media type/);
  await assert.rejects(all(encryptJweStream(jwk, cut(Buffer.from('{}'), 1), 'pdf').compact), /media type/);
});

test('whatever bytes arrive as a stream, they are refused and nothing throws', async () => {
  const text = fc.string({ maxLength: 400 });
  await fc.assert(
    fc.asyncProperty(text, fc.integer({ min: 1, max: 50 }), async (junk, size) => {
      const verified = await verifyJweStream(privateKeys.rsa2048, () => cut(Buffer.from(junk), size), {
        maxBytes,
      });
      assert.equal(verified.ok, false);
      assert.equal((await decryptJwe(privateKeys.rsa2048, junk, { maxBytes })).ok, false);
    }),
    { numRuns: 200 },
  );
});
