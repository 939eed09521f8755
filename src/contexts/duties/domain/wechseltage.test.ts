import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { addDays, localDate } from '#kernel';
import { shippedWorld } from '../testing/duties-world.ts';
import { decisionsOf } from './duty-list.ts';
import { gleicherTag, wechseltage } from './wechseltage.ts';

test('between two days of change nothing changes: every day has the verdicts of the first', async () => {
  const { duties, territory } = await shippedWorld();
  const tage = wechseltage(duties.facts, [...territory.klassenByAgs.values()].flat());
  assert.ok(tage.length > 5);
  const verdicts = (ags: string, date: Parameters<typeof addDays>[0]) => {
    const body = duties.bodyByAgs.get(ags);
    assert.ok(body);
    return decisionsOf(duties, body, date).map(({ verdict }) => verdict);
  };
  const bodies = [...duties.bodyByAgs.keys()];
  fc.assert(
    fc.property(fc.constantFrom(...bodies), fc.integer({ min: 0, max: 12_000 }), (ags, days) => {
      const date = addDays(localDate('1999-01-01'), days);
      assert.deepEqual(verdicts(ags, gleicherTag(tage, date)), verdicts(ags, date));
    }),
    { numRuns: 300 },
  );
});

test('before the first change a day stands for itself', () => {
  assert.equal(gleicherTag([localDate('2025-01-01')], localDate('2024-12-31')), '2024-12-31');
  assert.equal(gleicherTag([localDate('2025-01-01')], localDate('2025-01-01')), '2025-01-01');
});
