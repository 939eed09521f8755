import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatInstant, formatNumber, formatShare } from './format.ts';

test('numbers carry a point for thousands and a comma for decimals', () => {
  assert.equal(formatNumber(5249), '5.249');
  assert.equal(formatNumber(1.5), '1,5');
});

test('a share is never rounded up to all or down to nothing', () => {
  assert.equal(formatShare(9999, 10_000), 'über 99,9 %');
  assert.equal(formatShare(1, 10_000), 'unter 0,1 %');
  assert.equal(formatShare(10_000, 10_000).replace(/\s/g, ' '), '100 %');
  assert.equal(formatShare(0, 10_000).replace(/\s/g, ' '), '0 %');
  assert.equal(formatShare(0, 0), '–');
});

test('an instant is shown in German time', () => {
  assert.equal(formatInstant(new Date('2026-11-21T13:32:00Z')), '21.11.2026, 14:32 Uhr');
});
