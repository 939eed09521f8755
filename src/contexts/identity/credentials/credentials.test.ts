import assert from 'node:assert/strict';
import { test } from 'node:test';
import { defaultCost, passwordHasher } from './password.ts';
import { newRecoveryCodes, parseRecoveryCode } from './recovery-codes.ts';
import { codeAt, matchingStep, newTotpSecret, stepOf, totpUri } from './totp.ts';

const cheap = { N: 2 ** 10, r: 8, p: 1 };

test('a password is hashed with its parameters and checked again, also after the parameters were raised', async () => {
  const stored = await passwordHasher(cheap).hash('vier nasse gänse');
  assert.match(stored, /^scrypt\$N=1024,r=8,p=1\$/);
  const raised = passwordHasher({ N: 2 ** 11, r: 8, p: 1 });
  assert.equal(await raised.verify('vier nasse gänse', stored), true);
  assert.equal(await raised.verify('vier nasse ga\u0308nse', stored), true);
  assert.equal(await raised.verify('vier nasse enten', stored), false);
  assert.ok(defaultCost.N >= 2 ** 15);
});

test('without a stored hash the answer is no, after the same work', async () => {
  const hasher = passwordHasher({ N: 2 ** 14, r: 8, p: 1 });
  const stored = await hasher.hash('vier nasse gänse');
  const time = async (hash: string | null) => {
    const start = process.hrtime.bigint();
    assert.equal(await hasher.verify('falsch', hash), false);
    return Number(process.hrtime.bigint() - start);
  };
  await time(stored);
  // Not an equality: only that the path without a hash derives a key too.
  assert.ok((await time(null)) > (await time(stored)) / 10);
});

test('a TOTP code counts one step before and after, no further', () => {
  const secret = newTotpSecret();
  const now = new Date('2026-11-21T08:00:10Z');
  const at = (seconds: number) => new Date(now.getTime() + seconds * 1000);
  for (const seconds of [-30, 0, 30])
    assert.equal(matchingStep(secret, codeAt(secret, at(seconds)), now), stepOf(at(seconds)));
  for (const seconds of [-60, 60]) assert.equal(matchingStep(secret, codeAt(secret, at(seconds)), now), null);
  const code = codeAt(secret, now);
  assert.equal(matchingStep(secret, ` ${code.slice(0, 3)} ${code.slice(3)}`, now), stepOf(now));
  for (const text of ['', '12345', '1234567', 'abcdef']) assert.equal(matchingStep(secret, text, now), null);
  assert.match(totpUri(secret, 'Leitwerk', 'ada@demo.invalid'), /^otpauth:\/\/totp\/Leitwerk:ada/);
});

test('RFC 6238: the published secret gives the published code', () => {
  // Appendix B, SHA-1, at 1111111109 s; the last six of its eight digits.
  assert.equal(codeAt('GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ', new Date(1111111109_000)), '081804');
});

test('recovery codes are read as they are written down', () => {
  const codes = newRecoveryCodes();
  assert.equal(new Set(codes).size, 10);
  for (const code of codes) {
    const plain = code.replace('-', '');
    for (const text of [code, plain, ` ${code.toUpperCase()} `]) assert.equal(parseRecoveryCode(text), plain);
  }
  assert.equal(parseRecoveryCode('123456'), null);
});
