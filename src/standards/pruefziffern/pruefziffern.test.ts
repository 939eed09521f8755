import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { parseIban } from './iban.ts';
import { parseLeitwegId } from './leitweg-id.ts';
import { mod97 } from './mod97.ts';
import { parseUstId } from './ust-id.ts';

test('published Leitweg-IDs are read, with and without a Feinadresse', () => {
  const published = [
    ...['991-33333TEST-33', '992-90009-96', '04011000-900X999-08', '09564000-NUE0001-49'],
    ...['08-A1444-86', '04000000-132X03-25', '09-0991307-85'],
  ];
  for (const id of published) assert.equal(parseLeitwegId(` ${id.toLowerCase()} `), id);
});

test('a wrong digit, a missing part or a foreign character is no Leitweg-ID', () => {
  for (const id of [
    '991-33333TEST-34',
    '991-33333TES-33',
    '991',
    '',
    '1-2-3',
    '991-33333 TEST-33',
    '991-ÄÖÜ-33',
  ])
    assert.equal(parseLeitwegId(id), null, id);
});

const twoDigits = (rest: number) => String(rest).padStart(2, '0');

test('two check digits can be found for every address, and any other two are refused', () => {
  const grob = fc.stringMatching(/^(0[1-9]|1[0-6])(\d{6}|\d{10})?$/);
  const fein = fc.stringMatching(/^[0-9A-Z]{1,30}$/);
  fc.assert(
    fc.property(grob, fein, fc.integer({ min: 1, max: 96 }), (one, other, shift) => {
      const rest = mod97(`${one}${other}00`);
      assert.ok(rest !== null);
      const right = 98 - rest;
      const id = `${one}-${other}-${twoDigits(right)}`;
      assert.equal(parseLeitwegId(id), id);
      const wrong = ((right - 2 + shift) % 97) + 2;
      assert.equal(parseLeitwegId(`${one}-${other}-${twoDigits(wrong)}`), null);
    }),
  );
});

test('an IBAN is read with and without spaces; a digit too few or wrong is refused', () => {
  assert.equal(parseIban('DE89 3704 0044 0532 0130 00'), 'DE89370400440532013000');
  assert.equal(parseIban('GB29 NWBK 6016 1331 9268 19'), 'GB29NWBK60161331926819');
  for (const wrong of ['DE89370400440532013001', 'DE8937040044053201300', '', 'DE', 'x'])
    assert.equal(parseIban(wrong), null, wrong);
});

test('a USt-IdNr. is read by its check digit', () => {
  assert.equal(parseUstId('de 136695976'), 'DE136695976');
  for (const wrong of ['DE136695977', 'DE13669597', 'ATU12345678', ''])
    assert.equal(parseUstId(wrong), null, wrong);
});
