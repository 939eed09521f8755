import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type Ebene, type ParameterFact, valuesAt } from '#efa/parameter';
import { addDays, localDate } from '#kernel';
import { isWithin, validityAround } from './validity.ts';

const [firstDay, firstMoment] = [localDate('2026-01-01'), Date.UTC(2026, 0, 1)];
const day = fc.integer({ min: 0, max: 12 }).map((days) => addDays(firstDay, days));
const instant = fc.integer({ min: 0, max: 12 }).map((days) => new Date(firstMoment + days * 86_400_000));

const facts = fc
  .array(
    fc.record({
      name: fc.constantFrom('frist', 'gebuehr'),
      wert: fc.option(fc.constantFrom('a', 'b', 'c')),
      giltAb: day,
      erfasstAm: instant,
      ebene: fc.constantFrom<Ebene>('land', 'kreis', 'kommune'),
      verbindlich: fc.boolean(),
    }),
    { maxLength: 8 },
  )
  .map((all) =>
    all.map(
      (each, nummer): ParameterFact => ({ ...each, nummer, erfasstVon: 'test', sagt: '', grundlage: '' }),
    ),
  );

const moment = fc
  .record({ date: day, knownAt: fc.option(instant, { nil: undefined }) })
  .map(({ date, knownAt }) => ({ date, ...(knownAt ? { knownAt } : {}) }));

test('as long as a moment lies within, exactly the same values count, by day and by knowledge', () => {
  fc.assert(
    fc.property(facts, moment, moment, (stated, one, other) => {
      const validity = validityAround(stated, one);
      assert.ok(isWithin(validity, one), 'a moment lies within its own');
      if (isWithin(validity, other)) assert.deepEqual(valuesAt(stated, other), valuesAt(stated, one));
    }),
    { numRuns: 2_000 },
  );
});

test('the day before a new value counts, and the moment before it is known, are another time', () => {
  const fact = { giltAb: localDate('2027-01-01'), erfasstAm: new Date('2026-12-10T10:00:00Z') };
  const validity = validityAround([fact], {
    date: localDate('2027-01-02'),
    knownAt: new Date('2027-01-02T12:00:00Z'),
  });
  const at = (date: string, knownAt?: string) =>
    isWithin(validity, { date: localDate(date), ...(knownAt ? { knownAt: new Date(knownAt) } : {}) });
  assert.ok(at('2027-01-01', '2026-12-10T10:00:00Z'));
  assert.ok(at('2031-05-01'));
  assert.ok(!at('2026-12-31', '2027-01-02T12:00:00Z'));
  assert.ok(!at('2027-01-02', '2026-12-10T09:59:59Z'));
});
