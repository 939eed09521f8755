import type { Highs } from 'highs';
import { lueckeOf } from '../domain/kosten.ts';
import type { Verfahren } from '../domain/plan.ts';
import { ohnePlatz, type Planungsproblem, type Zuteilung } from '../domain/problem.ts';
import { baueAuf } from './aufbau.ts';
import { type Belegung, leereBelegung, setze, wertOf, zuteilungOf } from './belegung.ts';
import { solveModell } from './highs.ts';
import { at, type Instanz, instanzOf } from './instanz.ts';
import { type Modell, modellOf, setzeWahl } from './modell.ts';
import { gruppenOf, waehle, zufallOf } from './nachbarschaft.ts';
import { lagrange, type Schranke } from './schranke.ts';
import { tausche } from './tausche.ts';

/** A plan of the solver with what is proven of it. */
export interface Ergebnis {
  readonly zuteilung: Zuteilung;
  readonly wert: number;
  /** No plan can be better than this. */
  readonly schranke: number;
  readonly verfahren: Verfahren;
}

/** How far a solve is, from 0 to 1. */
export interface Fortschritt {
  readonly anteil: number;
  readonly wert: number;
  readonly schranke: number;
}

/** How long to look for and how. */
export interface Vorgabe {
  readonly sekunden: number;
  readonly seed: number;
  /** So many choices of 0 or 1 are still solved exactly; 0 never. */
  readonly genauBis: number;
  readonly melden: (fortschritt: Fortschritt) => void;
  /** Seconds since some moment; passed in, so that nothing else reads the time. */
  readonly uhr: () => number;
}

/** More choices than these are no longer tried as a whole. */
export const genauBis = 2_500;

/** So few choices are solved as a whole sooner than in parts. */
const sofortBis = 400;

interface Lauf {
  readonly instanz: Instanz;
  readonly highs: Highs;
  readonly vorgabe: Vorgabe;
  readonly ende: number;
  belegung: Belegung;
  wert: number;
  schranke: number;
}

/**
 * Makes a plan within a time: a first one by lists, a bound by Lagrange, millions of exchanges; then the exact model
 * where it is small enough, else parts of the plan solved exactly again and again while the rest stays.
 */
export function loese(highs: Highs, problem: Planungsproblem, vorgabe: Vorgabe): Ergebnis {
  const instanz = instanzOf(problem);
  const beginn = vorgabe.uhr();
  const preise = new Float64Array(instanz.kapazitaet.length);
  const belegung = baueAuf(instanz, preise);
  const lauf: Lauf = {
    instanz,
    highs,
    vorgabe,
    ende: beginn + vorgabe.sekunden,
    belegung,
    wert: wertOf(instanz, belegung),
    schranke: 0,
  };
  bounded(lauf);
  const choices = choicesOf(instanz);
  const small = choices <= vorgabe.genauBis;
  exchange(lauf, small ? 0.2 : 0.8);
  if (!small || choices > sofortBis) improve(lauf, small ? 0.3 : 1);
  if (small) solvedExactly(lauf);
  const fertig = lueckeOf(lauf.wert, lauf.schranke) === 0;
  return {
    zuteilung: zuteilungOf(lauf.belegung),
    wert: lauf.wert,
    schranke: lauf.schranke,
    verfahren: fertig ? 'genau' : 'schrittweise',
  };
}

/** Costs are whole numbers, so a bound may be rounded up. */
function raise(lauf: Lauf, schranke: number): void {
  lauf.schranke = Math.min(lauf.wert, Math.max(lauf.schranke, Math.ceil(schranke - 1e-6)));
}

function take(lauf: Lauf, belegung: Belegung): void {
  const wert = wertOf(lauf.instanz, belegung);
  if (wert >= lauf.wert) return;
  lauf.belegung = belegung;
  lauf.wert = wert;
}

function tell({ vorgabe, ende, wert, schranke }: Lauf): void {
  const anteil = 1 - Math.max(0, ende - vorgabe.uhr()) / vorgabe.sekunden;
  vorgabe.melden({ anteil, wert, schranke });
}

/** Rounds of prices, each followed by a plan that heeds them. */
function bounded(lauf: Lauf): void {
  const { instanz, vorgabe } = lauf;
  const until = vorgabe.uhr() + vorgabe.sekunden * 0.25;
  let found: Schranke | null = null;
  for (const rounds of [60, 60, 120, 240, 480]) {
    found = lagrange(
      instanz,
      () => lauf.wert,
      rounds,
      () => vorgabe.uhr() < until,
      found?.preise ?? null,
    );
    raise(lauf, found.wert);
    take(lauf, baueAuf(instanz, found.preise));
    tell(lauf);
    if (lauf.wert <= lauf.schranke || vorgabe.uhr() >= until) return;
  }
}

/** Exchanges until a share of the time is over. */
function exchange(lauf: Lauf, share: number): void {
  const { instanz, vorgabe, ende } = lauf;
  const begun = vorgabe.uhr();
  const until = ende - vorgabe.sekunden * (1 - share);
  // Small plans are exchanged through and through in a moment.
  const most = Math.min(until - begun, instanz.zahl * 0.02);
  if (most <= 0 || lauf.wert <= lauf.schranke) return;
  const better = tausche(instanz, lauf.belegung, zufallOf(vorgabe.seed), {
    anteil: () => (vorgabe.uhr() - begun) / most,
    warm: waerme.warm,
    kalt: waerme.kalt,
    melden: (wert) => {
      tell({ ...lauf, wert: Math.min(wert, lauf.wert) });
    },
  });
  take(lauf, better);
}

/** Found by trying: about the weight of a middling Massnahme at first, hardly any at the end. */
const waerme = { warm: 60, kalt: 2 };

function choicesOf({ zahl, von, bis }: Instanz): number {
  let choices = 0;
  for (let index = 0; index < zahl; index += 1) choices += Math.max(0, at(bis, index) - at(von, index) + 1);
  return choices;
}

/** A small plan is worth waiting for: its optimum may take so many times the usual time. */
const genauFaktor = 4;

/** Whether the whole model was solved, for good or as far as the time reached. */
function solvedExactly(lauf: Lauf): boolean {
  const { instanz, vorgabe, highs } = lauf;
  if (lauf.wert <= lauf.schranke) return true;
  const alle = Array.from({ length: instanz.zahl }, (_, index) => index);
  const modell = modellOf(instanz, lauf.belegung, alle);
  const begun = vorgabe.uhr();
  const seconds = vorgabe.sekunden * genauFaktor;
  const loesung = solveModell(highs, modell, seconds, (wert, schranke) => {
    raise(lauf, schranke);
    vorgabe.melden({
      anteil: 0.25 + (0.75 * (vorgabe.uhr() - begun)) / seconds,
      wert: Math.min(lauf.wert, wert),
      schranke: lauf.schranke,
    });
  });
  if (!loesung) return false;
  const found = leereBelegung(instanz);
  setzeWahl(instanz, found, modell, loesung.wahl);
  take(lauf, found);
  raise(lauf, loesung.schranke);
  return true;
}

/** Solves parts anew until the time is over or the plan is proven; the parts grow while they are solved quickly. */
function improve(lauf: Lauf, share: number): void {
  const { instanz, vorgabe, highs } = lauf;
  const ende = lauf.ende - vorgabe.sekunden * (1 - share);
  const most = Math.min(900, Math.ceil(instanz.zahl * 0.7));
  const gruppen = gruppenOf(instanz);
  const zufall = zufallOf(vorgabe.seed);
  let size = Math.min(160, Math.ceil(instanz.zahl / 3));
  while (vorgabe.uhr() < ende && lauf.wert > lauf.schranke) {
    const freie = waehle(instanz, lauf.belegung, gruppen, zufall, size);
    const modell = modellOf(instanz, lauf.belegung, freie);
    const begun = vorgabe.uhr();
    const seconds = Math.min(1.2, Math.max(0.05, ende - begun));
    const loesung = modell.spalten.length === 0 ? null : solveModell(highs, modell, seconds);
    if (loesung) take(lauf, replaced(lauf, freie, modell, loesung.wahl));
    const took = vorgabe.uhr() - begun;
    const next = took < 0.25 ? size * 1.05 + 0.5 : took > 0.6 ? size * 0.8 : size;
    size = Math.round(Math.min(most, Math.max(Math.min(most, 12), next)));
    tell(lauf);
  }
}

function replaced(
  { instanz, belegung }: Lauf,
  freie: readonly number[],
  modell: Modell,
  wahl: Float64Array,
): Belegung {
  const next = { platz: belegung.platz.slice(), frei: belegung.frei.slice() };
  for (const einheit of freie) setze(instanz, next, einheit, ohnePlatz);
  setzeWahl(instanz, next, modell, wahl);
  return next;
}
