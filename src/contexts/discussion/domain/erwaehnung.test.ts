import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { erwaehnteIn, readErwaehnungen, writeErwaehnungen } from './erwaehnung.ts';

const id = (n: number) => `00000000-0000-4000-8000-00000000000${n}`;
const wen = [
  { token: `mitglied:${id(1)}`, name: 'Anna Amt' },
  { token: `mitglied:${id(2)}`, name: 'Anna Amtmann' },
  { token: `haus:${id(3)}`, name: 'Lemgo' },
  { token: `haus:${id(4)}`, name: 'IT-Verbund Musterland (erfunden)' },
];
const nameOf = (token: string) => wen.find((one) => one.token === token)?.name ?? '?';

const cases: readonly (readonly [string, readonly string[], readonly string[]])[] = [
  ['Frage an @Anna Amt, bitte.', [`mitglied:${id(1)}`], []],
  ['@Anna Amtmann weiß es', [`mitglied:${id(2)}`], []],
  ['@anna amt und @LEMGO', [`mitglied:${id(1)}`, `haus:${id(3)}`], []],
  ['(@IT-Verbund Musterland (erfunden))', [`haus:${id(4)}`], []],
  ['Schreiben Sie an anna@lemgo.de', [], []],
  ['@Anne weiß es, @Lemgoer auch', [], ['Anne', 'Lemgoer']],
  ['5 @ 3 Euro', [], []],
];

for (const [text, tokens, unbekannt] of cases)
  test(`in „${text}“ are mentioned: ${tokens.map(nameOf).join(', ') || 'nobody'}`, () => {
    const read = readErwaehnungen(text, wen);
    assert.deepEqual(read.tokens, tokens);
    assert.deepEqual(read.unbekannt, unbekannt);
  });

test('no name of a mentioned person stands in the kept text, and readers get what was written', () => {
  const word = fc.constantFrom('Hallo ', '@Anna Amt', '@Lemgo', ' und ', '@', 'a@b.de ', '[x]', '\n', ' Ü ');
  fc.assert(
    fc.property(fc.array(word), (words) => {
      const text = words.join('');
      const read = readErwaehnungen(text, wen);
      assert.equal(writeErwaehnungen(read.text, nameOf), text);
      for (const token of read.tokens.filter((one) => one.startsWith('mitglied:')))
        assert.ok(!read.text.includes(`@${nameOf(token)} `));
      assert.deepEqual([...erwaehnteIn(read.text, wen)].toSorted(), read.tokens.toSorted());
    }),
  );
});
