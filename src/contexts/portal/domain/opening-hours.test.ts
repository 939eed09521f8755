import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { addDays, localDate } from '#kernel';
import { soon } from '../../../kernel/testing/soon.ts';
import {
  type Moment,
  type Oeffnungszeiten,
  oeffnetWieder,
  offenBis,
  wochentage,
  wochentagOf,
  type Zeitraum,
  zeitenAm,
} from './opening-hours.ts';
import { parseOeffnungszeiten, parseZeiten, typedHoursOf } from './parse-opening-hours.ts';

const clock = (minutes: number) =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

const zeiten: fc.Arbitrary<readonly Zeitraum[]> = fc
  .uniqueArray(fc.integer({ min: 0, max: 1440 }), { maxLength: 8 })
  .map((cuts) => {
    const sorted = cuts.toSorted((a, b) => a - b);
    const pairs = Math.floor(sorted.length / 2);
    return Array.from({ length: pairs }, (_, i) => ({
      von: clock(sorted[2 * i] ?? 0),
      bis: clock(sorted[2 * i + 1] ?? 0),
    }));
  });
const tag = fc.integer({ min: 0, max: 400 }).map((days) => addDays(localDate('2026-06-01'), days));
const plain = { noNullPrototype: true } as const;
const woche = fc.record(
  { mo: zeiten, di: zeiten, mi: zeiten, do: zeiten, fr: zeiten, sa: zeiten, so: zeiten },
  plain,
);
const gruende = fc.constantFrom('', 'Heiligabend', 'Betriebsausflug des Rathauses');
const oeffnungszeiten: fc.Arbitrary<Oeffnungszeiten> = fc.record(
  {
    woche,
    ausnahmen: fc
      .uniqueArray(fc.record({ tag, zeiten, grund: gruende }, plain), {
        maxLength: 10,
        selector: ({ tag: day }) => day,
      })
      .map((list) => list.toSorted((a, b) => (a.tag < b.tag ? -1 : 1))),
  },
  plain,
);
const moment: fc.Arbitrary<Moment> = fc.record({
  tag,
  uhrzeit: fc.integer({ min: 0, max: 1439 }).map(clock),
});

describe('Öffnungszeiten', () => {
  test('what is typed again as it is shown gives the same hours', () => {
    fc.assert(
      fc.property(oeffnungszeiten, (hours) => {
        const again = parseOeffnungszeiten(typedHoursOf(hours), '');
        assert.ok(again.ok, JSON.stringify(again));
        assert.deepEqual(again.value, hours);
      }),
    );
  });

  test('an exception alone decides about its day, every other day follows its weekday', () => {
    fc.assert(
      fc.property(oeffnungszeiten, tag, (hours, day) => {
        const ausnahme = hours.ausnahmen.find((each) => each.tag === day);
        const found = zeitenAm(hours, day);
        assert.deepEqual(found.zeiten, ausnahme ? ausnahme.zeiten : hours.woche[wochentagOf(day)]);
        assert.equal(found.grund, ausnahme ? ausnahme.grund : null);
      }),
    );
  });

  test('it is open from the first minute up to, and not at, the last', () => {
    fc.assert(
      fc.property(oeffnungszeiten, tag, (hours, day) => {
        for (const { von, bis } of zeitenAm(hours, day).zeiten) {
          assert.equal(offenBis(hours, { tag: day, uhrzeit: von }), bis);
          assert.notEqual(offenBis(hours, { tag: day, uhrzeit: bis }), bis);
        }
      }),
    );
  });

  test('where it opens next it is open, later than now, and never on a closed day', () => {
    fc.assert(
      fc.property(oeffnungszeiten, moment, (hours, now) => {
        const next = oeffnetWieder(hours, now);
        if (next === null) return;
        assert.ok(next.tag > now.tag || (next.tag === now.tag && next.uhrzeit > now.uhrzeit));
        assert.notEqual(offenBis(hours, next), null);
        assert.ok(zeitenAm(hours, next.tag).zeiten.length > 0);
      }),
    );
  });

  test('a town hall that never opens says so instead of searching for ever', () => {
    const closed = parseOeffnungszeiten(typed({}), '');
    assert.ok(closed.ok);
    assert.equal(oeffnetWieder(closed.value, { tag: localDate('2026-11-21'), uhrzeit: '10:00' }), null);
  });

  test('21.11.2026 is a Saturday', () => {
    assert.equal(wochentagOf(localDate('2026-11-21')), 'sa');
  });

  test('people write hours in many ways', () => {
    const morning = [{ von: '08:00', bis: '12:00' }];
    for (const text of ['8-12', '8:00–12:00', '08.00 - 12.00 Uhr', '8 bis 12 Uhr', ' 8–12 '])
      assert.deepEqual(parseZeiten(text), morning, text);
    assert.deepEqual(parseZeiten('geschlossen'), []);
    assert.deepEqual(parseZeiten('22:00–24:00'), [{ von: '22:00', bis: '24:00' }]);
  });

  test('hours that cannot be are refused with an example', () => {
    for (const text of [
      '12–8',
      '8–8',
      '25–26',
      '8:60–9',
      '8–12, 11–13',
      'vormittags',
      '8',
      '8–24:01',
      '8–9,',
    ])
      assert.equal(parseZeiten(text), null, text);
    const refused = parseOeffnungszeiten(
      typed({ mo: '12–8', ausnahmen: '31.02.2026 geschlossen' }),
      'zeiten-',
    );
    assert.ok(!refused.ok);
    assert.deepEqual(
      refused.refusal.map(({ field }) => field),
      ['zeiten-mo', 'zeiten-ausnahmen'],
    );
    const second = parseOeffnungszeiten(typed({ ausnahmen: '6.12.2026 geschlossen 2. Advent' }), '');
    assert.equal(second.ok && second.value.ausnahmen[0]?.grund, '2. Advent');
    for (const ausnahmen of ['24.12.2026', 'Heiligabend', '24.12.2026 geschlossen\n24.12.2026 8–12'])
      assert.ok(!parseOeffnungszeiten(typed({ ausnahmen }), '').ok, ausnahmen);
  });

  test('hostile lines are read in no time', () => {
    for (const text of [`24.12.2026 ${'8–'.repeat(50_000)}`, ' '.repeat(200_000), '1.1.2026 '.repeat(20_000)])
      soon(() => parseOeffnungszeiten(typed({ ausnahmen: text }), ''));
  });
});

function typed(given: Readonly<Record<string, string>>) {
  const of = (name: string) => given[name] ?? '';
  const woche = { mo: '', di: '', mi: '', do: '', fr: '', sa: '', so: '' };
  for (const day of wochentage) woche[day] = of(day);
  return { woche, ausnahmen: of('ausnahmen') };
}
