import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type LocalDate, localDate } from '#kernel';
import { beobachte } from './beobachtung.ts';
import { meets, type Schwelle } from './schwelle.ts';
import { lastStichtage, stichtagBefore, stichtagUntil } from './stichtage.ts';

const tage = ['06-30', '12-31'];
const source = { title: 'Probe', url: null };

const schwelle: Schwelle = {
  id: 'probe',
  fassung: 'Probe',
  validFrom: null,
  validTo: null,
  von: ['kreisangehoerige-gemeinde'],
  nach: 'mittlere-kreisangehoerige-stadt',
  art: 'von-amts-wegen',
  vergleich: 'ueber',
  einwohner: 25_000,
  stichtage: 3,
  zaehltAb: null,
  tage,
  norm: '§ 4 GO NRW',
  source,
  evidence: 'sekundaerquelle',
  note: null,
};

function series(...figures: readonly (readonly [string, number])[]) {
  return figures.map(([day, zahl]) => ({ stichtag: localDate(day), zahl, source }));
}

test('die Stichtage sind der 30.06. und der 31.12.', () => {
  assert.equal(stichtagUntil(localDate('2026-06-29'), tage), '2025-12-31');
  assert.equal(stichtagUntil(localDate('2026-06-30'), tage), '2026-06-30');
  assert.equal(stichtagBefore(localDate('2026-06-30'), tage), '2025-12-31');
  assert.deepEqual(lastStichtage(localDate('2026-11-22'), tage, 3), [
    '2026-06-30',
    '2025-12-31',
    '2025-06-30',
  ]);
});

test('ein Stichtag über 25.000, einer darunter davor: noch zwei', () => {
  const zahlen = series(['2025-12-31', 24_900], ['2026-06-30', 25_001]);
  const watch = beobachte(schwelle, zahlen, localDate('2026-11-22'));
  assert.deepEqual(
    [watch.stand, watch.inFolge, watch.noch, watch.davorUnbekannt, watch.fehlend],
    ['im-lauf', 1, 2, false, 0],
  );
});

test('genau 25.000 sind nicht mehr als 25.000', () => {
  const watch = beobachte(schwelle, series(['2026-06-30', 25_000]), localDate('2026-11-22'));
  assert.deepEqual([watch.stand, watch.noch], ['nicht-im-lauf', 3]);
});

test('fehlt ein Stichtag in der Mitte, wird nicht darüber hinweg gezählt, und es wird gesagt', () => {
  const zahlen = series(['2024-12-31', 26_000], ['2025-12-31', 26_000], ['2026-06-30', 26_000]);
  const watch = beobachte(schwelle, zahlen, localDate('2026-11-22'));
  assert.deepEqual([watch.inFolge, watch.noch, watch.davorUnbekannt], [2, 1, true]);
});

test('die Zählung der Volkszählung vom 15.05.2022 ist kein Stichtag', () => {
  const watch = beobachte(schwelle, series(['2022-05-15', 40_000]), localDate('2026-11-22'));
  assert.equal(watch.stand, 'ohne-zahlen');
});

test('Stichtage vor dem ersten, der zählt, zählen nicht', () => {
  const rule = { ...schwelle, zaehltAb: localDate('2017-12-31') };
  const zahlen = series(
    ['2016-12-31', 30_000],
    ['2017-06-30', 30_000],
    ['2017-12-31', 30_000],
    ['2018-06-30', 30_000],
  );
  const watch = beobachte(rule, zahlen, localDate('2018-07-01'));
  assert.deepEqual([watch.stand, watch.inFolge, watch.noch, watch.davorUnbekannt], ['im-lauf', 2, 1, false]);
});

test('was nach dem Tag liegt, für den gefragt wird, zählt nicht', () => {
  const zahlen = series(['2025-06-30', 26_000], ['2025-12-31', 26_000], ['2026-06-30', 26_000]);
  assert.equal(beobachte(schwelle, zahlen, localDate('2026-06-29')).noch, 1);
  assert.equal(beobachte(schwelle, zahlen, localDate('2026-06-30')).stand, 'erfuellt');
});

test('die Fassung der Regel ändert das Ergebnis: drei Stichtage reichen, fünf nicht', () => {
  const zahlen = series(['2025-06-30', 26_000], ['2025-12-31', 26_000], ['2026-06-30', 26_000]);
  const day = localDate('2026-11-22');
  assert.equal(beobachte(schwelle, zahlen, day).stand, 'erfuellt');
  assert.equal(beobachte({ ...schwelle, stichtage: 5 }, zahlen, day).noch, 2);
});

test('wer die noch fehlenden Stichtage erreicht, erfüllt die Schwelle, und vorher nicht (erdachte Reihen)', () => {
  const figure = fc.option(fc.integer({ min: 24_000, max: 26_000 }), { freq: 6 });
  const arbitrary = fc.record({
    zahlen: fc.array(figure, { minLength: 1, maxLength: 12 }),
    stichtage: fc.integer({ min: 1, max: 6 }),
    vergleich: fc.constantFrom('ueber' as const, 'unter' as const),
  });
  fc.assert(
    fc.property(arbitrary, ({ zahlen, stichtage, vergleich }) => {
      const rule = { ...schwelle, stichtage, vergleich };
      const days = lastStichtage(localDate('2026-12-31'), tage, zahlen.length).toReversed();
      const known = days.flatMap((stichtag, index) => {
        const zahl = zahlen[index];
        return zahl === undefined || zahl === null ? [] : [{ stichtag, zahl, source }];
      });
      const watch = beobachte(rule, known, localDate('2026-12-31'));
      if (watch.letzter === null) return assert.equal(watch.stand, 'ohne-zahlen');
      const good = vergleich === 'ueber' ? 25_001 : 24_999;
      let next: LocalDate = watch.letzter.stichtag;
      const future = Array.from({ length: watch.noch }, () => {
        next =
          lastStichtage(localDate(`${Number(next.slice(0, 4)) + 1}-12-31`), tage, 4)
            .toReversed()
            .find((day) => day > next) ?? next;
        return { stichtag: next, zahl: good, source };
      });
      assert.equal(beobachte(rule, [...known, ...future], localDate('2040-01-01')).stand, 'erfuellt');
      if (watch.noch > 0) {
        const soon = [...known, ...future.slice(0, -1)];
        assert.notEqual(beobachte(rule, soon, localDate('2040-01-01')).stand, 'erfuellt');
      }
      assert.equal(meets(rule, watch.letzter.zahl), watch.inFolge > 0);
    }),
    { numRuns: 1000, seed: 20261122 },
  );
});
