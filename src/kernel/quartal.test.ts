import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { localDate } from './local-date.ts';
import {
  formatQuartal,
  nextQuartal,
  parseQuartal,
  quartal,
  quartalBegin,
  quartaleBetween,
  quartalOf,
} from './quartal.ts';

test('a quarter is understood however people write it', () => {
  for (const text of ['2027-Q1', '2027 Q1', 'Q1/2027', 'q1 2027', '1/2027', '1. Quartal 2027', ' 2027/1 ']) {
    const parsed = parseQuartal(text);
    assert.ok(parsed.ok, text);
    assert.equal(parsed.value, '2027-Q1');
  }
  for (const text of ['', '2027', '2027-Q5', 'Q0/2027', '1899-Q4', '2101-Q1', 'bald']) {
    const parsed = parseQuartal(text);
    assert.ok(!parsed.ok, text);
    assert.equal(parsed.refusal.code, 'QUARTAL_INVALID');
  }
});

test('a day lies in its quarter, and the quarter begins with its first day', () => {
  assert.equal(quartalOf(localDate('2026-11-22')), '2026-Q4');
  assert.equal(quartalOf(localDate('2027-03-31')), '2027-Q1');
  assert.equal(quartalOf(localDate('2027-04-01')), '2027-Q2');
  assert.equal(quartalBegin(quartal('2027-Q4')), '2027-10-01');
  assert.equal(formatQuartal(quartal('2027-Q3')), '3. Quartal 2027');
});

test('steps forward and back lead to where one came from, in order', () => {
  const anyQuartal = fc
    .tuple(fc.integer({ min: 1950, max: 2050 }), fc.integer({ min: 1, max: 4 }))
    .map(([jahr, nr]) => quartal(`${jahr}-Q${nr}`));
  fc.assert(
    fc.property(anyQuartal, fc.integer({ min: 0, max: 100 }), (of, steps) => {
      const later = nextQuartal(of, steps);
      assert.equal(nextQuartal(later, -steps), of);
      assert.ok(later >= of);
      const between = quartaleBetween(of, later);
      assert.equal(between.length, steps + 1);
      assert.deepEqual(between, [...between].sort());
      assert.equal(between.at(-1), later);
      assert.deepEqual(quartaleBetween(nextQuartal(later), of), []);
    }),
  );
});
