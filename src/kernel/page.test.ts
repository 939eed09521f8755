import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { pageOf } from './page.ts';

const rowsOf = (n: number) => Array.from({ length: n }, (_, i) => i);

test('the pages of a list, one after the other, are the list', () => {
  fc.assert(
    fc.property(fc.nat(200), fc.integer({ min: 1, max: 60 }), (length, size) => {
      const rows = rowsOf(length);
      const last = Math.max(1, Math.ceil(length / size));
      const pages = rowsOf(last).map((i) => pageOf(rows, { page: i + 1, size }));
      assert.deepEqual(
        pages.flatMap((page) => page.rows),
        rows,
      );
      for (const page of pages) assert.equal(page.total, length);
    }),
  );
});

test('a page past the end is the last one, and says so', () => {
  const page = pageOf(rowsOf(25), { page: 99, size: 10 });
  assert.deepEqual(page, { rows: [20, 21, 22, 23, 24], total: 25, page: 3, size: 10 });
});

test('an empty list has one empty page', () => {
  assert.deepEqual(pageOf([], { page: 1, size: 10 }), { rows: [], total: 0, page: 1, size: 10 });
});
