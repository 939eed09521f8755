import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { arbitraryGewichtung, arbitraryRows, weltWith } from '../testing/random-welt.ts';
import { checkGewichtung, type Gewichtung, ueblicheGewichtung } from './gewichtung.ts';
import { ersatzwert, jeKriterium, type Kriterium, kriterien } from './kriterium.ts';
import { type Bewertungswelt, beitraegeOf, rangliste, rankLeistungen } from './rangfolge.ts';
import { stabilitaetOf } from './stabilitaet.ts';
import { bewegungen, vergleiche } from './vergleich.ts';

describe('Rangfolge', () => {
  test('der Platz ist eins mehr als die Zahl derer mit größerer Summe, in BigInt nachgerechnet', () => {
    fc.assert(
      fc.property(arbitraryRows(40), arbitraryGewichtung, (rows, gewichtung) => {
        const liste = rangliste(weltWith(rows), gewichtung);
        const sums = rows.map((row) =>
          kriterien.reduce(
            (sum, kriterium, column) =>
              sum +
              BigInt(gewichtung.gewichte[kriterium]) *
                BigInt(row[column] ?? ersatzwert[gewichtung.unbekannt[kriterium]]),
            0n,
          ),
        );
        for (const [row, own] of sums.entries()) {
          assert.equal(BigInt(liste.summen[row] ?? -1), own);
          assert.equal(liste.raenge[row], 1 + sums.filter((other) => other > own).length);
        }
        assert.deepEqual(
          [...liste.reihenfolge].sort((a, b) => a - b),
          [...rows.keys()],
        );
      }),
    );
  });

  test('die Beiträge einer Leistung sind zusammen genau ihre Summe, die Unterschiede zweier genau der Abstand', () => {
    fc.assert(
      fc.property(arbitraryRows(12), arbitraryGewichtung, fc.nat(), fc.nat(), (rows, gewichtung, x, y) => {
        const welt = weltWith(rows);
        const liste = rangliste(welt, gewichtung);
        const [a, b] = [x % rows.length, y % rows.length];
        const sum = beitraegeOf(welt, gewichtung, a).reduce((total, { beitrag }) => total + beitrag, 0);
        assert.equal(sum, liste.summen[a]);
        const both = vergleiche(welt, gewichtung, liste, [a, b]);
        const total = both.unterschiede.reduce((all, { unterschied }) => all + unterschied, 0);
        assert.equal(total, both.differenz);
        assert.equal(both.differenz, Math.abs((liste.summen[a] ?? 0) - (liste.summen[b] ?? 0)));
        assert.ok((liste.raenge[both.oben] ?? 0) <= (liste.raenge[both.unten] ?? 0));
      }),
    );
  });

  test('gleiche Summen teilen sich einen Platz, der nächste wird übersprungen', () => {
    const welt = weltWith([[1000], [500], [500], [0]].map((row) => [...row, 0, 0, 0, 0, 0, 0, 0]));
    const only = { ...ueblicheGewichtung, gewichte: jeKriterium((_, index) => (index === 0 ? 1 : 0)) };
    assert.deepEqual(
      rankLeistungen(welt, only).map(({ rang, punkte }) => [rang, punkte]),
      [
        [1, 1000],
        [2, 500],
        [2, 500],
        [4, 0],
      ],
    );
  });

  test('alle Gewichte 0, gebrochene und zu große Gewichte werden abgewiesen', () => {
    const weights = (weight: number) => ({ ...ueblicheGewichtung, gewichte: jeKriterium(() => weight) });
    const zero = checkGewichtung(weights(0));
    assert.equal(zero.ok ? '' : zero.refusal.code, 'PRIORITIES_WEIGHTS_ALL_ZERO');
    for (const wrong of [0.5, -1, 101, Number.NaN])
      assert.equal(checkGewichtung(weights(wrong)).ok, false, String(wrong));
    assert.ok(checkGewichtung(weights(100)).ok);
  });
});

/** The place at every weight, by ranking everybody again. */
function triedRanks(welt: Bewertungswelt, gewichtung: Gewichtung, row: number, kriterium: Kriterium) {
  return Array.from({ length: 101 }, (_, weight) => {
    const changed = { ...gewichtung, gewichte: { ...gewichtung.gewichte, [kriterium]: weight } };
    return checkGewichtung(changed).ok ? (rangliste(welt, changed).raenge[row] ?? null) : null;
  });
}

/** The widest stretch around a place that holds the same value everywhere. */
function widest<T>(values: readonly T[], at: number) {
  const others = [...values.keys()].filter((weight) => values[weight] !== values[at]);
  return {
    von: Math.max(-1, ...others.filter((weight) => weight < at)) + 1,
    bis: Math.min(101, ...others.filter((weight) => weight > at)) - 1,
  };
}

test('der Bereich, in dem ein Platz hält, stimmt mit dem Durchprobieren jedes Gewichts überein', () => {
  fc.assert(
    fc.property(
      arbitraryRows(14),
      arbitraryGewichtung,
      fc.nat(),
      fc.integer({ min: 1, max: 6 }),
      (rows, gewichtung, x, spitze) => {
        const welt = weltWith(rows);
        const row = x % rows.length;
        for (const folge of stabilitaetOf(welt, gewichtung, row, spitze)) {
          const tried = triedRanks(welt, gewichtung, row, folge.kriterium);
          const now = tried[folge.gewicht] ?? 0;
          const isTop = (rang: number | null) => (rang === null ? null : rang <= spitze);
          assert.deepEqual(folge.raenge, tried);
          assert.deepEqual(folge.rangHaelt, widest(tried, folge.gewicht));
          assert.deepEqual(folge.spitzeHaelt, widest(tried.map(isTop), folge.gewicht));
          assert.equal(folge.inSpitze, now <= spitze);
        }
      },
    ),
    { numRuns: 60 },
  );
});

test('wer sich zwischen zwei Rangfolgen bewegt, steht in der Liste, sonst niemand', () => {
  fc.assert(
    fc.property(arbitraryRows(20), arbitraryGewichtung, arbitraryGewichtung, (rows, a, b) => {
      const welt = weltWith(rows);
      const [before, after] = [rangliste(welt, a), rangliste(welt, b)];
      const moved = new Set(bewegungen(before, after).map(({ row }) => row));
      for (const row of rows.keys()) assert.equal(moved.has(row), before.raenge[row] !== after.raenge[row]);
      assert.deepEqual(bewegungen(before, before), []);
    }),
  );
});
