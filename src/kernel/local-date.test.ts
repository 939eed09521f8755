import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { addDays, compareLocalDates, formatLocalDate, localDate, parseLocalDate } from './local-date.ts';

const first = Date.UTC(1900, 0, 1);
const days = (Date.UTC(2100, 11, 31) - first) / 86_400_000;

const anyDate = fc
  .integer({ min: 0, max: days })
  .map((n) => localDate(new Date(first + n * 86_400_000).toISOString().slice(0, 10)));

test('every day from 1900-01-01 to 2100-12-31 is read as it is written', () => {
  for (let n = 0; n <= days; n += 1) {
    const text = new Date(first + n * 86_400_000).toISOString().slice(0, 10);
    assert.deepEqual(parseLocalDate(text), { ok: true, value: text });
  }
});

test('a day before or after another compares as in the calendar, and the way back leads home', () => {
  fc.assert(
    fc.property(anyDate, fc.integer({ min: -400, max: 400 }), (date, by) => {
      fc.pre(date > '1902-01-01' && date < '2099-01-01');
      const moved = addDays(date, by);
      assert.equal(addDays(moved, -by), date);
      assert.equal(Math.sign(compareLocalDates(moved, date)), Math.sign(by));
      assert.equal((Date.parse(moved) - Date.parse(date)) / 86_400_000, by);
    }),
  );
});

test('text that is no date is refused by the field „date“, whatever it is', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      fc.pre(!/^\d{4}-\d{2}-\d{2}$/.test(text));
      const parsed = parseLocalDate(text);
      assert.ok(!parsed.ok);
      assert.equal(parsed.refusal.kind, 'invalid');
      assert.equal(parsed.refusal.code, 'DATE_INVALID');
      assert.deepEqual(
        parsed.refusal.fields?.map(({ field }) => field),
        ['date'],
      );
    }),
  );
});

const refused: Readonly<Record<string, RegExp>> = {
  '2026-02-29': /gibt es im Kalender nicht/,
  '2026-04-31': /gibt es im Kalender nicht/,
  '2100-02-29': /gibt es im Kalender nicht/,
  '2026-13-01': /gibt es im Kalender nicht/,
  '2026-00-10': /gibt es im Kalender nicht/,
  '1899-12-31': /außerhalb des Zeitraums 1900 bis 2100/,
  '2101-01-01': /außerhalb des Zeitraums 1900 bis 2100/,
  '0000-01-01': /außerhalb des Zeitraums 1900 bis 2100/,
  '2026-1-1': /JJJJ-MM-TT/,
  '21.11.2026': /JJJJ-MM-TT/,
  '2026-11-21T00:00:00Z': /JJJJ-MM-TT/,
  '2026-11-21\n': /JJJJ-MM-TT/,
  ' 2026-11-21': /JJJJ-MM-TT/,
  '２０２６-11-21': /JJJJ-MM-TT/,
  '': /JJJJ-MM-TT/,
};

for (const [text, why] of Object.entries(refused)) {
  test(`„${JSON.stringify(text)}“ is refused with a sentence that says why`, () => {
    const parsed = parseLocalDate(text);
    assert.match(parsed.ok ? '' : parsed.refusal.message, why);
  });
}

test('leap days exist where the calendar has them', () => {
  for (const text of ['2000-02-29', '2024-02-29', '1904-02-29']) assert.ok(parseLocalDate(text).ok, text);
  assert.equal(addDays(localDate('2024-02-28'), 1), '2024-02-29');
  assert.equal(addDays(localDate('2023-02-28'), 1), '2023-03-01');
});

test('a wrong date in our own data is a fault', () => {
  assert.throws(() => localDate('2026-02-30'), /gibt es im Kalender nicht/);
  assert.throws(() => addDays(localDate('2100-12-31'), 1), /außerhalb/);
});

test('German readers see day, month, year', () => {
  assert.equal(formatLocalDate(localDate('2026-11-01')), '01.11.2026');
});
