import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { foldGerman } from '#kernel';
import { soon } from '../../../kernel/testing/soon.ts';
import { matchesWildcard, parseWildcard } from './wildcard.ts';

const fits = (expression: string, name: string) => {
  const pattern = parseWildcard(expression);
  return pattern !== null && matchesWildcard(pattern, foldGerman(name));
};

test('a word, its beginning, its end or its middle finds a name', () => {
  for (const expression of ['Lemgo', 'lem*', '*mgo', '*emg*', 'LEMGO', 'le*go'])
    assert.ok(fits(expression, 'Lemgo'), expression);
  assert.ok(fits('Saale', 'Halle (Saale)'));
  assert.ok(fits('Halle*Saale', 'Halle (Saale)'));
  assert.ok(fits('Mag*', 'Magdeburg'));
  for (const expression of ['Lem', 'mgo', 'emg*', '*emg', 'Lemgow', 'lemgo*lemgo'])
    assert.ok(!fits(expression, 'Lemgo'), expression);
});

test('an expression breaks the pattern exactly where the specification says so', () => {
  const specified = /^(\*?([^*]{2,})\*?)*$/;
  fc.assert(
    fc.property(fc.stringMatching(/^[ab*]{0,9}$/), (text) => {
      assert.equal(parseWildcard(text) !== null, specified.test(text), text);
    }),
    { numRuns: 2_000 },
  );
});

test('no expression keeps the server busy', () => {
  assert.equal(
    soon(() => parseWildcard(`${'a'.repeat(43)}***`)),
    null,
  );
  const pattern = parseWildcard(`${'aa*'.repeat(60)}bb`);
  assert.ok(pattern);
  assert.equal(
    soon(() => matchesWildcard(pattern, 'a'.repeat(200))),
    false,
  );
});

test('blanks alone find nothing and do not hang', () => {
  assert.equal(fits('  ', 'Lemgo'), false);
  assert.equal(fits('', 'Lemgo'), false);
});
