import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { soon } from '../../../../kernel/testing/soon.ts';
import { liesRegel } from './lies-regel.ts';

const words = fc.constantFrom(
  ...'Wenn dann muss darf nicht leer befüllt sein werden F60000000319 G60000000086.F60000000243 = <> === ( ) , . ODER UND 001 "Ja" JA sonst zeige an aktiviere Es mindestens eines entweder'.split(
    ' ',
  ),
);

test('any text at all is read to an end, and gives sentences or nothing', () => {
  const texts = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.array(words, { maxLength: 40 }).map((all) => all.join(' ')),
  );
  fc.assert(
    fc.property(texts, (text) => {
      const saetze = liesRegel(text, () => ['Name', '']);
      assert.ok(saetze === null || saetze.length > 0);
    }),
    { numRuns: 2_000 },
  );
});

test('a text of many pages is not read, and costs no time', () => {
  const text = 'Wenn F60000000319 = 001, dann '.repeat(50_000);
  assert.equal(
    soon(() => liesRegel(text, () => [])),
    null,
  );
});
