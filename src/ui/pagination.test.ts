import assert from 'node:assert/strict';
import { test } from 'node:test';
import { shownPages } from './pagination.ts';

test('near pages, the first and the last are shown, gaps between them', () => {
  assert.deepEqual(shownPages(1, 1), [1]);
  assert.deepEqual(shownPages(1, 3), [1, 2, 3]);
  assert.deepEqual(shownPages(6, 12), [1, null, 5, 6, 7, null, 12]);
  assert.deepEqual(shownPages(12, 12), [1, null, 11, 12]);
});
