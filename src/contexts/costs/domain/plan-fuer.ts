import { type Rational, ratio } from '#kernel';
import type { Kostenplan } from './kostenplan.ts';
import { monat } from './monat.ts';

/** The plan as it would be in another year: prices moved, the whole year, nothing carried over. */
export function planFuer(plan: Kostenplan, jahr: number, satz: Rational): Kostenplan {
  const factor = power(ratio.add(ratio.one, satz), jahr - plan.jahr);
  const moved = (cents: Rational) => ratio.mul(cents, factor);
  return {
    ...plan,
    jahr,
    art: 'plan',
    von: monat(`${jahr}-01`),
    bis: monat(`${jahr}-12`),
    uebertraege: [],
    positionen: plan.positionen.map(({ von: _von, bis: _bis, ...each }) => ({
      ...each,
      betrag:
        each.betrag.art === 'fest'
          ? { art: 'fest', cent: ratio.roundHalfAway(moved(ratio.rational(each.betrag.cent))) }
          : { art: 'je-fall', preisCent: ratio.toDecimal(moved(ratio.ofDecimal(each.betrag.preisCent)), 4) },
    })),
  };
}

/** Also of a year before the plan's. */
function power(base: Rational, exponent: number): Rational {
  let result = ratio.one;
  for (let step = 0; step < Math.abs(exponent); step += 1) result = ratio.mul(result, base);
  return exponent < 0 ? ratio.div(ratio.one, result) : result;
}
