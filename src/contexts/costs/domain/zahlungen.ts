import { type Cents, type Rational, rateOf, ratio } from '#kernel';
import type { Steuerbetrag, Steuergruppe, Zahlung } from './abrechnung.ts';
import type { Kostenplan } from './kostenplan.ts';
import { exactSums } from './runden.ts';

/** What each payer is billed; the tax is computed once per bill and rate. */
export function zahlungenOf(plan: Kostenplan, gruppen: readonly Steuergruppe[]): readonly Zahlung[] {
  const rates = ratesOf(gruppen);
  const exactOf = exactSums(gruppen);
  return plan.zahler.map(({ kennung, name }, payer) => {
    const nettoJeGruppe = gruppen.map(({ netto }) => netto[payer] ?? 0n);
    const netto = sumOf(nettoJeGruppe);
    const steuern = rates.map(({ satz, places }) =>
      taxOf(satz, sumOf(places.map((at) => nettoJeGruppe[at] ?? 0n))),
    );
    const steuer = sumOf(steuern.map(({ cent }) => cent));
    const genau = exactOf(payer);
    return {
      kennung,
      name,
      genau,
      nettoJeGruppe,
      netto,
      steuern,
      steuer,
      brutto: netto + steuer,
      aufrundung: plan.rundung === 'voller-euro' ? { n: netto * genau.d - genau.n, d: genau.d } : null,
    };
  });
}

interface Rate {
  readonly satz: Rational;
  readonly places: readonly number[];
}

/** The groups that share a rate; what is not taxed has none. */
function ratesOf(gruppen: readonly Steuergruppe[]): readonly Rate[] {
  const places = [...gruppen.entries()].filter(([, { satz }]) => satz.n !== 0n);
  const byRate = Map.groupBy(places, ([, { satz }]) => ratio.toText(satz));
  return [...byRate]
    .map(([text, each]) => ({ satz: ratio.ofDecimal(text), places: each.map(([at]) => at) }))
    .toSorted((a, b) => ratio.cmp(a.satz, b.satz));
}

function taxOf(satz: Rational, grundlage: Cents): Steuerbetrag {
  return { satz, grundlage, cent: rateOf(grundlage, satz) };
}

function sumOf(all: readonly Cents[]): Cents {
  return all.reduce((sum, cents) => sum + cents, 0n);
}
