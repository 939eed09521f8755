import assert from 'node:assert/strict';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { readReifegradmodelle } from '../read-reifegrad.ts';
import { applyReifegrad } from './apply-reifegrad.ts';
import {
  bewerte,
  type Kriterium,
  naechsterSchritt,
  nichtErforderlich,
  type Reifegradmodell,
  wegZu,
} from './reifegrad.ts';
import type { Kriterien } from './stand.ts';

const read = readReifegradmodelle(join(import.meta.dirname, '../../../../data'));
assert.ok(read.ok);
const { modell11, modell20 } = read.value;

function answersOf(modell: Reifegradmodell): fc.Arbitrary<Kriterien> {
  const choice = ({ stufen, fallsErforderlich }: Kriterium) =>
    fc.constantFrom(...stufen.map(({ stufe }) => stufe), ...(fallsErforderlich ? [nichtErforderlich] : []));
  return fc.record(Object.fromEntries(modell.kriterien.map((one) => [one.key, choice(one)])));
}

/** The least effort to a level, by trying every combination of answers that are no worse than today's. */
function bruteForce(modell: Reifegradmodell, antworten: Kriterien, ziel: number): number {
  const costs = modell.kriterien.map(({ key, stufen }) => {
    const now = antworten[key] ?? 0;
    if (now === nichtErforderlich) return [{ stufe: modell.hoechste, cost: 0 }];
    let cost = 0;
    return stufen
      .filter(({ stufe }) => stufe >= now)
      .map(({ stufe, aufwand }) => {
        cost += stufe === now ? 0 : aufwand;
        return { stufe, cost };
      });
  });
  let best = Number.POSITIVE_INFINITY;
  const walk = (index: number, lowest: number, spent: number) => {
    const options = costs[index];
    if (options === undefined) {
      if (lowest >= ziel) best = Math.min(best, spent);
      return;
    }
    for (const { stufe, cost } of options) walk(index + 1, Math.min(lowest, stufe), spent + cost);
  };
  walk(0, modell.hoechste, 0);
  return best;
}

describe('Reifegrad', () => {
  test('model 1.1 has 10 criteria and levels to 4, model 2.0 has 13 and levels to 7; each criterion ends at the top', () => {
    assert.deepEqual([modell11.kriterien.length, modell20.kriterien.length], [10, 13]);
    for (const { hoechste, kriterien } of [modell11, modell20])
      for (const { stufen } of kriterien) assert.equal(stufen.at(-1)?.stufe, hoechste);
  });

  test('the lowest criterion decides, and what is not needed does not count', () => {
    const top = Object.fromEntries(modell11.kriterien.map(({ key }) => [key, 4]));
    assert.equal(bewerte(modell11, top).reifegrad, 4);
    const one = bewerte(modell11, { ...top, antrag: 2 });
    assert.equal(one.reifegrad, 2);
    assert.deepEqual(
      one.entscheidend.map(({ key }) => key),
      ['antrag'],
    );
    assert.equal(bewerte(modell11, { ...top, nachweise: nichtErforderlich }).reifegrad, 4);
  });

  test('as long as a criterion is open there is no level, only a limit', () => {
    const { reifegrad, hoechstens, offen } = bewerte(modell20, { information: 7, formular: 1 });
    assert.deepEqual([reifegrad, hoechstens, offen.length], [null, 1, 11]);
  });

  for (const modell of [modell11, modell20]) {
    test(`in model ${modell.name} the next step lifts the level at the least effort (tried by brute force)`, () => {
      fc.assert(
        fc.property(answersOf(modell), (antworten) => {
          const { reifegrad } = bewerte(modell, antworten);
          const weg = naechsterSchritt(modell, antworten);
          if (reifegrad === modell.hoechste) return assert.equal(weg, null);
          assert.ok(reifegrad !== null && weg !== null);
          assert.ok(weg.ziel > reifegrad);
          assert.equal(weg.aufwand, bruteForce(modell, antworten, reifegrad + 1));
        }),
        { numRuns: 60 },
      );
    });

    test(`in model ${modell.name} the way to any level is the cheapest one`, () => {
      fc.assert(
        fc.property(answersOf(modell), fc.integer({ min: 1, max: modell.hoechste }), (antworten, ziel) => {
          const weg = wegZu(modell, antworten, ziel);
          assert.equal(weg?.aufwand ?? 0, bruteForce(modell, antworten, ziel));
        }),
        { numRuns: 60 },
      );
    });
  }

  test('criteria decide over a level that is stated with them; a level stated alone takes their place', () => {
    const top = Object.fromEntries(modell11.kriterien.map(({ key }) => [key, 4]));
    const decided = applyReifegrad(read.value, null, {
      reifegrad11: 4,
      kriterien11: { ...top, bescheid: 2 },
    });
    assert.ok(decided.ok);
    assert.equal(decided.value.reifegrad11, 2);
    const wrong = applyReifegrad(read.value, null, { kriterien11: { unsinn: 1, antrag: 9, nachweise: 1 } });
    assert.equal(wrong.ok ? 0 : wrong.refusal.length, 3);
  });
});
