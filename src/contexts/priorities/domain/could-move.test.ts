import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { bewegliche } from '../../surveys/domain/kurzfassung.ts';
import { arbitraryGewichtung, arbitraryRows, weltWith } from '../testing/random-welt.ts';
import { bedarfSpanne, couldMove, spielraeume } from './could-move.ts';
import { kriterien } from './kriterium.ts';
import { ausBedarf } from './normieren.ts';
import { rangliste } from './rangfolge.ts';

const column = kriterien.indexOf('bedarf');

test('wer nicht gefragt wird, ändert die Spitze nicht, was auch immer er und alle anderen antworten würden', () => {
  const asked = fc.array(fc.record({ von: fc.nat(1000), to: fc.nat(1000) }), {
    minLength: 15,
    maxLength: 15,
  });
  const answers = fc.array(
    fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 15, maxLength: 15 }),
    {
      minLength: 2,
      maxLength: 4,
    },
  );
  fc.assert(
    fc.property(
      arbitraryRows(15),
      arbitraryGewichtung,
      asked,
      answers,
      fc.integer({ min: 1, max: 5 }),
      (rows, gewichtung, spans, runs, top) => {
        const welt = weltWith(rows);
        const offen = rows.map((row, at) => {
          const given = [spans[at]?.von ?? 0, spans[at]?.to ?? 0, row[column] ?? 500];
          const bedarf = { von: Math.min(...given), bis: Math.max(...given) };
          return { leistungId: welt.leistungen[at]?.id ?? '', bedarf, fallzahlen: null };
        });
        const moves = couldMove(welt, gewichtung, offen, top);
        assert.deepEqual(bewegliche(spielraeume(welt, gewichtung, offen), top), moves);
        // Whoever may move answers the same in both runs; the others answer anything.
        const first = runs[0] ?? [];
        const topOf = (shares: readonly number[]) => {
          const answered = rows.map((row, at) => {
            const share = (moves.has(welt.leistungen[at]?.id ?? '') ? first[at] : shares[at]) ?? 0;
            const { von, bis } = offen[at]?.bedarf ?? { von: 0, bis: 0 };
            return row.map((value, index) =>
              index === column ? Math.floor(von + share * (bis - von)) : value,
            );
          });
          const { raenge } = rangliste(weltWith(answered), gewichtung);
          return rows.map((_, at) => (raenge[at] ?? 0) <= top);
        };
        for (const run of runs) assert.deepEqual(topOf(run), topOf(first));
      },
    ),
    { numRuns: 400 },
  );
});

test('die Spanne des Bedarfs reicht von lauter „nein“ bis zu lauter „ja“ der Fehlenden', () => {
  assert.deepEqual(bedarfSpanne({ ja: 2, spaeter: 1, geantwortet: 4, gefragt: 6 }), {
    von: ausBedarf({ ja: 2, spaeter: 1, geantwortet: 6 }),
    bis: ausBedarf({ ja: 4, spaeter: 1, geantwortet: 6 }),
  });
  assert.deepEqual(bedarfSpanne({ ja: 0, spaeter: 0, geantwortet: 0, gefragt: 0 }), { von: 0, bis: 1000 });
});
