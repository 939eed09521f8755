import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { emptyDeletes } from './known-deletes.ts';

const key = fc.string({ unit: fc.constantFrom(...'abcxyz'), minLength: 1, maxLength: 7 });

test('every key leads to its words, in the order in which they came, and to no others', () => {
  fc.assert(
    fc.property(fc.array(key, { maxLength: 9_000, size: 'max' }), key, (keys, unknown) => {
      const deletes = emptyDeletes();
      const plain = new Map<string, number[]>();
      for (const [number, each] of keys.entries()) {
        deletes.add(each, number);
        plain.set(each, [...(plain.get(each) ?? []), number]);
      }
      for (const [each, numbers] of plain) assert.deepEqual(deletes.get(each), numbers);
      assert.deepEqual(deletes.get(unknown), plain.get(unknown) ?? []);
    }),
    { numRuns: 20 },
  );
});

test('the longest keys are told apart', () => {
  const deletes = emptyDeletes();
  deletes.add('zzzzzzz', 1);
  deletes.add('zzzzzzy', 2);
  deletes.add('zzzzzz', 3);
  assert.deepEqual(deletes.get('zzzzzzz'), [1]);
  assert.deepEqual(deletes.get('zzzzzzy'), [2]);
  assert.deepEqual(deletes.get('zzzzzz'), [3]);
});
