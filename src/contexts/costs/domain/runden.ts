import { type Cents, fullEuro, type Rational, ratio, roundLargestRemainder } from '#kernel';
import type { Steuergruppe } from './abrechnung.ts';
import type { Kostenplan, Rundung } from './kostenplan.ts';
import type { OffeneGruppe } from './steuergruppen.ts';

/** Rounds what each payer owes to whole cents, or to the full euro over all that it owes. */
export function runde(plan: Kostenplan, gruppen: readonly OffeneGruppe[]): readonly Steuergruppe[] {
  return gruppen.length === 0 ? [] : modes[plan.rundung](plan, gruppen);
}

type Mode = (plan: Kostenplan, gruppen: readonly OffeneGruppe[]) => readonly Steuergruppe[];

const modes: Readonly<Record<Rundung, Mode>> = {
  'groesster-rest': (plan, gruppen) => gruppen.map((each) => layerByLayer(plan, each)),
  kaufmaennisch: (_, gruppen) =>
    gruppen.map((each) => ({
      ...each,
      netto: each.zaehler.map((n) => ratio.roundHalfAway({ n, d: each.nenner })),
    })),
  'voller-euro': toFullEuro,
};

/** First the layers get whole cents, then the payers inside each: so every layer is borne to the cent by those who bear it. */
function layerByLayer(plan: Kostenplan, gruppe: OffeneGruppe): Steuergruppe {
  const cents = centsOfLayers(gruppe);
  const keys = plan.zahler.map(({ kennung }) => kennung);
  const netto = keys.map(() => 0n);
  const schichten = gruppe.schichten.map((each) => {
    const cent = cents.get(each.schicht) ?? 0n;
    const shares = { keys, numerators: each.zaehler, denominator: each.nenner };
    const own = [...roundLargestRemainder(shares, cent).values()];
    for (const [at, one] of own.entries()) netto[at] = (netto[at] ?? 0n) + one;
    return { ...each, cent, netto: own };
  });
  return { ...gruppe, schichten, netto };
}

function centsOfLayers({ schichten, cent }: OffeneGruppe): ReadonlyMap<string, Cents> {
  const denominator = schichten.reduce((shared, { genau }) => ratio.lcm(shared, genau.d), 1n);
  const numerators = schichten.map(({ genau: { n, d } }) => n * (denominator / d));
  return roundLargestRemainder(
    { keys: schichten.map(({ schicht }) => schicht), numerators, denominator },
    cent,
  );
}

/**
 * The payer's whole sum goes up to the full euro. Where it is taxed in several ways, every group but the largest keeps the whole
 * cents below its share, and the largest takes what is left of the euros.
 */
function toFullEuro(plan: Kostenplan, gruppen: readonly OffeneGruppe[]): readonly Steuergruppe[] {
  const netto = gruppen.map((): Cents[] => []);
  const exactOf = exactSums(gruppen);
  for (const payer of plan.zahler.keys()) {
    const shares = gruppen.map(({ zaehler, nenner }): Rational => ({ n: zaehler[payer] ?? 0n, d: nenner }));
    const main = largestOf(shares);
    let left = fullEuro(exactOf(payer));
    for (const [at, share] of shares.entries()) {
      if (at === main) continue;
      const cents = ratio.floor(share);
      netto[at]?.push(cents);
      left -= cents;
    }
    netto[main]?.push(left);
  }
  return gruppen.map((each, at) => ({ ...each, netto: netto[at] ?? [] }));
}

/** What each payer owes before rounding, in cents, over all groups; not in lowest terms. */
export function exactSums(gruppen: readonly OffeneGruppe[]): (payer: number) => Rational {
  const d = gruppen.reduce((shared, { nenner }) => ratio.lcm(shared, nenner), 1n);
  const factors = gruppen.map(({ nenner }) => d / nenner);
  return (payer) => ({
    n: gruppen.reduce((sum, { zaehler }, at) => sum + (zaehler[payer] ?? 0n) * (factors[at] ?? 1n), 0n),
    d,
  });
}

/** The place of the largest share; the first of equal ones. */
function largestOf(shares: readonly Rational[]): number {
  return shares.reduce((best, share, at) => (ratio.cmp(share, shares[best] ?? share) > 0 ? at : best), 0);
}
