import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { formatLeikaKey, leikaParts, parseLeikaKey } from './leika-key.ts';
import vectors from './vectors/leika-keys.json' with { type: 'json' };

test('a LeiKa key is read with and without blanks and cut into its parts', () => {
  for (const { text, key, spoken, ...parts } of vectors.valid) {
    const parsed = parseLeikaKey(text);
    assert.ok(parsed.ok, text);
    assert.equal(parsed.value, key);
    assert.deepEqual(leikaParts(parsed.value), parts);
    assert.equal(formatLeikaKey(parsed.value), spoken);
  }
});

test('what is no LeiKa key is refused with a sentence that shows one', () => {
  for (const text of vectors.invalid) {
    const parsed = parseLeikaKey(text);
    assert.ok(!parsed.ok, text);
    assert.equal(parsed.refusal.code, 'LEIKA_KEY_INVALID');
    assert.match(parsed.refusal.message, /99102013000000/);
  }
});

test('every key survives being written out and read again', () => {
  const digits = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 12, maxLength: 12 });
  fc.assert(
    fc.property(digits, (tail) => {
      const parsed = parseLeikaKey(`99${tail.join('')}`);
      return parsed.ok && formatLeikaKey(parsed.value).replaceAll(' ', '') === parsed.value;
    }),
  );
});
