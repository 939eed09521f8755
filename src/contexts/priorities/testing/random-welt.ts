import fc from 'fast-check';
import { localDate } from '#kernel';
import type { Gewichtung } from '../domain/gewichtung.ts';
import { jeKriterium, kriterien, unbekanntRegeln } from '../domain/kriterium.ts';
import { type Bewertungswelt, weltOf } from '../domain/rangfolge.ts';

/** A world of these values, a row for each Leistung; `null` is unknown. */
export function weltWith(rows: readonly (readonly (number | null)[])[]): Bewertungswelt {
  return weltOf(
    localDate('2026-11-22'),
    rows.map((_, row) => ({
      id: `L${String(row + 1).padStart(5, '0')}`,
      leika: null,
      name: `Leistung ${row + 1}`,
      ozgId: null,
      ozgName: null,
      themenfeld: null,
    })),
    rows.map((values) =>
      kriterien.map((_, column) => {
        const wert = values[column] ?? null;
        return wert === null
          ? { wert, herkunft: 'unbekannt' as const, satz: 'Niemand weiß es.' }
          : { wert, herkunft: 'angabe' as const, satz: `Wert ${wert}.` };
      }),
    ),
  );
}

const value = fc.option(fc.integer({ min: 0, max: 1000 }), { nil: null, freq: 4 });
// Few different values, so that ties and crossings happen.
const coarse = fc.option(fc.constantFrom(0, 250, 500, 750, 1000), { nil: null, freq: 5 });

export function arbitraryRows(most: number) {
  return fc.oneof(
    fc.array(fc.tuple(...kriterien.map(() => value)), { minLength: 1, maxLength: most }),
    fc.array(fc.tuple(...kriterien.map(() => coarse)), { minLength: 1, maxLength: most }),
  );
}

/** Weights of which at least one counts. */
export const arbitraryGewichtung: fc.Arbitrary<Gewichtung> = fc
  .tuple(
    fc.tuple(...kriterien.map(() => fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 100 })))),
    fc.tuple(...kriterien.map(() => fc.constantFrom(...unbekanntRegeln))),
  )
  .filter(([weights]) => weights.some((weight) => weight > 0))
  .map(([weights, rules]) => ({
    gewichte: jeKriterium((_, index) => weights[index] ?? 0),
    unbekannt: jeKriterium((_, index) => rules[index] ?? 'mitte'),
  }));
