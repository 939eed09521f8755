import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { clockDaysAway, clockFrom } from './clock.ts';
import { evidenceGrades, evidenceLabel, weakestGrade } from './evidence.ts';
import { addDays, localDate } from './local-date.ts';
import { foldGerman, nearest } from './near-text.ts';
import { isValidOn } from './validity.ts';

test('today is the day in Germany, in summer and in winter', () => {
  const todayAt = (instant: string) => clockFrom(() => new Date(instant)).today();
  assert.equal(todayAt('2026-06-30T21:59:59Z'), '2026-06-30');
  assert.equal(todayAt('2026-06-30T22:00:00Z'), '2026-07-01');
  assert.equal(todayAt('2026-12-31T22:59:59Z'), '2026-12-31');
  assert.equal(todayAt('2026-12-31T23:00:00Z'), '2027-01-01');
});

test('days away are whole days, at every hour and over summer time', () => {
  const lateInNovember = clockFrom(() => new Date('2026-11-22T22:04:00Z'));
  assert.equal(clockDaysAway(lateInNovember, -90).today(), '2026-08-24');
  fc.assert(
    fc.property(
      fc.date({ min: new Date('2024-01-01'), max: new Date('2030-01-01'), noInvalidDate: true }),
      fc.integer({ min: -800, max: 800 }),
      (now, days) => {
        const here = clockFrom(() => now);
        const there = clockDaysAway(here, days);
        assert.equal(there.today(), addDays(here.today(), days));
        assert.ok(Math.abs(there.now().getTime() - now.getTime() - days * 86_400_000) <= 3_600_000);
      },
    ),
  );
});

test('a fact holds on its first and on its last day, and not a day longer', () => {
  const validity = { validFrom: localDate('2024-01-01'), validTo: localDate('2024-12-31') };
  assert.ok(isValidOn(validity, localDate('2024-01-01')));
  assert.ok(isValidOn(validity, localDate('2024-12-31')));
  assert.ok(!isValidOn(validity, localDate('2023-12-31')));
  assert.ok(!isValidOn(validity, localDate('2025-01-01')));
});

test('what no source dates holds without bound on that side', () => {
  const day = localDate('1900-01-01');
  assert.ok(isValidOn({ validFrom: null, validTo: null }, day));
  assert.ok(!isValidOn({ validFrom: null, validTo: localDate('2000-01-01') }, localDate('2000-01-02')));
});

test('a chain is as good as its weakest link, in whatever order they stand', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...evidenceGrades), { minLength: 1 }), (grades) => {
      const weakest = weakestGrade(grades);
      assert.ok(grades.includes(weakest));
      assert.equal(weakestGrade(grades.toReversed()), weakest);
      for (const grade of grades) assert.ok(evidenceGrades.indexOf(grade) <= evidenceGrades.indexOf(weakest));
    }),
  );
  for (const grade of evidenceGrades) assert.ok(evidenceLabel[grade]);
});

test('folded text is the same for every way of writing umlauts and capitals, and folding again changes nothing', () => {
  assert.equal(foldGerman('Führerschein'), foldGerman('FUEHRERSCHEIN'));
  assert.equal(foldGerman('Führerschein'.normalize('NFD')), 'fuehrerschein');
  assert.equal(foldGerman('Straße'), 'strasse');
  assert.equal(foldGerman('Café'), 'cafe');
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      assert.equal(foldGerman(foldGerman(text)), foldGerman(text));
      assert.equal(foldGerman(text.normalize('NFD')), foldGerman(text.normalize('NFC')));
    }),
  );
});

test('near words come best first, and words without likeness not at all', () => {
  const names = ['Lemgo', 'Lage', 'Detmold', 'Bad Salzuflen', 'Legden'];
  assert.equal(nearest('Lemgoo', names, (name) => name, 3)[0], 'Lemgo');
  assert.deepEqual(
    nearest('xyzqw', names, (name) => name, 3),
    [],
  );
  assert.deepEqual(
    nearest('', [], (name: string) => name, 3),
    [],
  );
});
