import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseEmail } from './email.ts';
import { checkNewPassword } from './password-rules.ts';

test('a password needs twelve characters and no special signs', () => {
  assert.ok(checkNewPassword('vier nasse gänse', []).ok);
  assert.ok(!checkNewPassword('elf zeichen', []).ok);
  assert.ok(checkNewPassword('𝒶𝒷𝒸𝒹𝑒𝒻𝑔𝒽𝒾𝒿𝓀𝓁', []).ok);
  assert.ok(!checkNewPassword('x'.repeat(201), []).ok);
});

test('common passwords, single signs and the own address are refused', () => {
  for (const password of [
    'Passwort1234',
    'Stadtverwaltung',
    'aaaaaaaaaaaaaa',
    'abababababab',
    'Ada@lemgo-stadt.de',
  ])
    assert.ok(!checkNewPassword(password, ['ada@lemgo-stadt.de']).ok, password);
});

test('addresses are read with blanks and capitals, and incomplete ones are refused', () => {
  const parsed = parseEmail('  Ada.Beispiel@Stadt.DE ');
  assert.ok(parsed.ok);
  assert.equal(parsed.value, 'ada.beispiel@stadt.de');
  for (const text of [
    '',
    'ada',
    'ada@',
    '@stadt.de',
    'ada@stadt',
    'a b@stadt.de',
    'a@b@stadt.de',
    'a@stadt.de\nBcc: x@y.de',
  ])
    assert.ok(!parseEmail(text).ok, text);
});
