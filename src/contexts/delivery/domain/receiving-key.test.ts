import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { currentKey, endAfterRotation, endOfNewKey, keyTerms, sealsAt } from './receiving-key.ts';

const now = new Date('2026-11-21T08:00:00Z');
const dayMs = 86_400_000;
const at = (days: number) => new Date(now.getTime() + days * dayMs);
const key = (from: number, to: number, removedAt: Date | null = null) => ({
  validFrom: at(from),
  validTo: at(to),
  removedAt,
});

test('a key seals from its first instant until just before its last', () => {
  assert.equal(sealsAt(key(0, 1), now), true);
  assert.equal(sealsAt(key(-1, 0), now), false);
  assert.equal(sealsAt(key(1, 2), now), false);
  assert.equal(sealsAt(key(-1, 1, now), now), false);
});

test('of several keys that count the youngest seals, whatever their order', () => {
  const keys = fc.array(fc.tuple(fc.integer({ min: -400, max: 40 }), fc.integer({ min: 1, max: 400 })));
  fc.assert(
    fc.property(keys, (times) => {
      const all = times.map(([from, length]) => key(from, from + length));
      const chosen = currentKey(all, now);
      const usable = all.filter((one) => sealsAt(one, now));
      assert.equal(chosen === null, usable.length === 0);
      if (chosen) assert.ok(usable.every((one) => one.validFrom <= chosen.validFrom));
    }),
  );
});

test('a rotation leaves the older key its overlap and never prolongs it', () => {
  assert.deepEqual(endAfterRotation(at(300), now), at(keyTerms.overlapDays));
  assert.deepEqual(endAfterRotation(at(3), now), at(3));
  assert.deepEqual(endOfNewKey(now), at(keyTerms.lifetimeDays));
});
