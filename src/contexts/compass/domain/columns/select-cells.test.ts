import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { sortCells } from './select-cells.ts';

const key = fc.oneof(
  fc.integer({ min: -1, max: 9 }),
  fc.integer({ min: -1, max: 70_000 }),
  fc.integer({ min: 0, max: 2_000_000_000 }),
);

test('cells are sorted by key, equal ones keep their order, those without a key come last both ways', () => {
  fc.assert(
    fc.property(fc.array(key, { maxLength: 80 }), fc.boolean(), (keys, descending) => {
      const cells = Uint32Array.from(keys, (_, at) => at);
      const placeOf = (cell: number) => {
        const own = keys[cell] ?? -1;
        if (own < 0) return Number.POSITIVE_INFINITY;
        return descending ? -own : own;
      };
      const expected = [...cells].sort((a, b) => {
        const [one, other] = [placeOf(a), placeOf(b)];
        return one === other ? a - b : one - other;
      });
      assert.deepEqual([...sortCells(cells, (cell) => keys[cell] ?? -1, descending)], expected);
    }),
  );
});
