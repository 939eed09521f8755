import { type Rational, ratio } from '#kernel';
import type { Abschnitt, Schichtsumme, Steuergruppe, Topf, Verteiler } from './abrechnung.ts';
import type { Kostenplan } from './kostenplan.ts';
import type { Verteilung } from './toepfe.ts';

/** A group before rounding. */
export type OffeneGruppe = Omit<Steuergruppe, 'netto'>;

/** Adds up, exactly and per payer, all that is taxed alike. */
export function gruppenOf(
  plan: Kostenplan,
  abschnitte: readonly Abschnitt[],
  { toepfe, verteiler }: Verteilung,
): readonly OffeneGruppe[] {
  const byGroup = Map.groupBy(abschnitte, ({ gruppe }) => gruppe);
  const byId = new Map(verteiler.map((each) => [each.id, each]));
  return [...byGroup.keys()].toSorted().map((id) => {
    const parts = byGroup.get(id) ?? [];
    const ids = new Set(parts.map((each) => each.id));
    const own = toepfe.filter(({ abschnitt }) => ids.has(abschnitt));
    const schichten = schichtenOf(plan.zahler.length, own, byId);
    return {
      ...nameOf(plan, id),
      normen: [...new Set(parts.map(({ norm }) => norm))].toSorted(),
      cent: parts.reduce((sum, { cent }) => sum + cent, 0n),
      schichten,
      ...togetherOf(plan.zahler.length, schichten),
    };
  });
}

function schichtenOf(
  payers: number,
  toepfe: readonly Topf[],
  byId: ReadonlyMap<string, Verteiler>,
): readonly Schichtsumme[] {
  const byLayer = Map.groupBy(toepfe, ({ schicht }) => schicht);
  return [...byLayer.keys()].toSorted().map((schicht) => {
    const own = byLayer.get(schicht) ?? [];
    const genau = ratio.sum(own.map(({ betrag }) => betrag));
    return { schicht, genau, cent: null, netto: null, ...exactOf(payers, sumsOf(own, byId)) };
  });
}

/** All layers of a group in one. */
function togetherOf(payers: number, schichten: readonly Schichtsumme[]) {
  const [first] = schichten;
  if (first !== undefined && schichten.length === 1) return { zaehler: first.zaehler, nenner: first.nenner };
  const nenner = schichten.reduce((shared, each) => ratio.lcm(shared, each.nenner), 1n);
  const zaehler = new Array<bigint>(payers).fill(0n);
  for (const each of schichten) {
    const factor = nenner / each.nenner;
    for (const [at, n] of each.zaehler.entries()) zaehler[at] = (zaehler[at] ?? 0n) + n * factor;
  }
  return { zaehler, nenner };
}

function nameOf(plan: Kostenplan, id: string) {
  const [regel = '', satz = '0'] = id.split('|');
  const titel = plan.steuerregeln.find((each) => each.id === regel)?.titel ?? regel;
  return { id, regel, titel, satz: ratio.ofDecimal(satz) };
}

/** What is shared alike is shared once. */
function sumsOf(
  toepfe: readonly Topf[],
  byId: ReadonlyMap<string, Verteiler>,
): readonly [Verteiler, Rational][] {
  const sums: [Verteiler, Rational][] = [];
  for (const [id, each] of Map.groupBy(toepfe, ({ verteiler }) => verteiler)) {
    const found = byId.get(id);
    if (found !== undefined) sums.push([found, ratio.sum(each.map(({ betrag }) => betrag))]);
  }
  return sums;
}

function exactOf(payers: number, sums: readonly [Verteiler, Rational][]) {
  const nenner = sums.reduce((shared, [{ summe }, { d }]) => ratio.lcm(shared, summe * d), 1n);
  const zaehler = new Array<bigint>(payers).fill(0n);
  for (const [{ gewichte, summe }, { n, d }] of sums) {
    const factor = n * (nenner / (summe * d));
    for (const { zahler, gewicht } of gewichte) zaehler[zahler] = (zaehler[zahler] ?? 0n) + gewicht * factor;
  }
  return { nenner, zaehler };
}
