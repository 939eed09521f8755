import { ohnePlatz } from '../domain/problem.ts';
import { type Belegung, belegungOf, setze, wertOf, zuteilungOf } from './belegung.ts';
import { at, type Instanz } from './instanz.ts';
import type { Zufall } from './nachbarschaft.ts';

/** A plan in motion: besides the places, who lies in each team and quarter. */
interface Tafel {
  readonly instanz: Instanz;
  readonly zufall: Zufall;
  readonly belegung: Belegung;
  wert: number;
  /** `[team * quartale + quartal]` */
  readonly hier: number[][];
}

/** How long and how boldly to exchange. `anteil` tells how much of the time is over, from 0 to 1. */
export interface Tauschzeit {
  readonly anteil: () => number;
  readonly melden: (wert: number) => void;
  /** A worsening of so much is still accepted now and then, at the start and at the end. */
  readonly warm: number;
  readonly kalt: number;
}

const rounds = 2_000;
/** So often the lot falls on something that costs. */
const bias = 0.5;

/**
 * Improves a plan by millions of small exchanges: an Einheit to another quarter, two that change places, one that gives
 * way. Worse ones are accepted less and less (simulated annealing). Every plan on the way keeps capacity, windows and
 * order.
 */
export function tausche(instanz: Instanz, start: Belegung, zufall: Zufall, zeit: Tauschzeit): Belegung {
  const tafel = tafelOf(instanz, start, zufall);
  let best = zuteilungOf(tafel.belegung);
  let bestWert = tafel.wert;
  for (let anteil = zeit.anteil(); anteil < 1 && bestWert > 0; anteil = zeit.anteil()) {
    const waerme = zeit.warm * (zeit.kalt / zeit.warm) ** anteil;
    for (let round = 0; round < rounds; round += 1) {
      ruecke(tafel, waerme);
      if (tafel.wert < bestWert) {
        bestWert = tafel.wert;
        best = zuteilungOf(tafel.belegung);
      }
    }
    zeit.melden(bestWert);
  }
  return belegungOf(instanz, best);
}

function tafelOf(instanz: Instanz, start: Belegung, zufall: Zufall): Tafel {
  const belegung = { platz: start.platz.slice(), frei: start.frei.slice() };
  const hier: number[][] = Array.from({ length: instanz.teams * instanz.quartale }, () => []);
  belegung.platz.forEach((quartal, einheit) => {
    if (quartal !== ohnePlatz)
      for (const { team } of instanz.lasten[einheit] ?? [])
        hier[team * instanz.quartale + quartal]?.push(einheit);
  });
  return { instanz, zufall, belegung, wert: wertOf(instanz, belegung), hier };
}

function kosten({ kosten: costs, ohne, quartale }: Instanz, einheit: number, quartal: number): number {
  return quartal === ohnePlatz ? at(ohne, einheit) : at(costs, einheit * quartale + quartal);
}

/** One small change by lot, accepted or not. */
function ruecke(tafel: Tafel, waerme: number): void {
  const { instanz, zufall, belegung } = tafel;
  const einheit = gezogen(tafel);
  const now = at(belegung.platz, einheit);
  const [from, to] = [at(instanz.von, einheit), at(instanz.bis, einheit)];
  if (from > to) return;
  const next = from + Math.floor(zufall() * (to - from + 1));
  if (next === now || !inOrder(tafel, einheit, next)) return;
  const gain = kosten(instanz, einheit, next) - kosten(instanz, einheit, now);
  if (gain > waerme * 8) return;
  const full = fullRow(tafel, einheit, next);
  if (full === -1) {
    if (accepted(tafel, gain, waerme)) bewege(tafel, einheit, next);
    return;
  }
  if (full >= 0) weiche(tafel, einheit, next, full, gain, waerme);
}

/** By lot, those that cost more often; where what comes first has no place yet, that. */
function gezogen({ instanz, zufall, belegung: { platz } }: Tafel): number {
  let einheit = Math.floor(zufall() * instanz.zahl);
  if (zufall() < bias)
    for (let tries = 0; tries < 3 && kosten(instanz, einheit, at(platz, einheit)) === 0; tries += 1)
      einheit = Math.floor(zufall() * instanz.zahl);
  if (at(platz, einheit) !== ohnePlatz) return einheit;
  const missing = (instanz.davor[einheit] ?? []).find((first) => at(platz, first.einheit) === ohnePlatz);
  return missing?.einheit ?? einheit;
}

function accepted({ zufall }: Tafel, gain: number, waerme: number): boolean {
  return gain <= 0 || zufall() < Math.exp(-gain / waerme);
}

/** The only row without room, -1 where there is room everywhere, -2 where several are full. */
function fullRow({ instanz, belegung }: Tafel, einheit: number, quartal: number): number {
  let full = -1;
  for (const { team, tage } of instanz.lasten[einheit] ?? []) {
    const row = team * instanz.quartale + quartal;
    if (at(belegung.frei, row) >= tage) continue;
    if (full !== -1) return -2;
    full = row;
  }
  return full;
}

/** Whether all that comes first does so, and all that waits still can. */
function inOrder({ instanz, belegung: { platz } }: Tafel, einheit: number, quartal: number): boolean {
  for (const { einheit: first, abstand } of instanz.davor[einheit] ?? []) {
    const place = at(platz, first);
    if (place === ohnePlatz || place + abstand > quartal) return false;
  }
  for (const { einheit: then, abstand } of instanz.danach[einheit] ?? []) {
    const place = at(platz, then);
    if (place !== ohnePlatz && quartal + abstand > place) return false;
  }
  return true;
}

/** Somebody in the full row goes where there is room, so that the first one can come. */
function weiche(
  tafel: Tafel,
  einheit: number,
  next: number,
  row: number,
  gain: number,
  waerme: number,
): void {
  const { instanz, zufall, belegung, hier } = tafel;
  const list = hier[row] ?? [];
  const other = list[Math.floor(zufall() * list.length)];
  if (other === undefined || other === einheit) return;
  const target = ausweg(tafel, other, at(belegung.platz, einheit));
  if (target === next) return;
  const both = gain + kosten(instanz, other, target) - kosten(instanz, other, next);
  if (!accepted(tafel, both, waerme)) return;
  if (target === ohnePlatz ? dispensable(tafel, other) : inOrder(tafel, other, target))
    wechsle(tafel, einheit, next, other, target);
}

/** Where the other one could go: often where the first one comes from, else anywhere, or out of the plan. */
function ausweg({ instanz, zufall }: Tafel, other: number, from: number): number {
  const [von, bis] = [at(instanz.von, other), at(instanz.bis, other)];
  const lot = von - 1 + Math.floor(zufall() * (bis - von + 2));
  if (from !== ohnePlatz && from >= von && from <= bis && zufall() < 0.5) return from;
  return lot < von ? ohnePlatz : lot;
}

/** Does both moves, or leaves everything as it was. */
function wechsle(tafel: Tafel, einheit: number, next: number, other: number, target: number): void {
  const now = at(tafel.belegung.platz, einheit);
  const possible = (one: number, quartal: number) =>
    fullRow(tafel, one, quartal) === -1 && inOrder(tafel, one, quartal);
  bewege(tafel, other, ohnePlatz);
  if (possible(einheit, next)) {
    bewege(tafel, einheit, next);
    if (target === ohnePlatz) return;
    if (possible(other, target)) {
      bewege(tafel, other, target);
      return;
    }
    bewege(tafel, einheit, now);
  }
  bewege(tafel, other, next);
}

/** Nothing that has a place waits for it. */
function dispensable({ instanz, belegung: { platz } }: Tafel, einheit: number): boolean {
  return (instanz.danach[einheit] ?? []).every(({ einheit: then }) => at(platz, then) === ohnePlatz);
}

function bewege(tafel: Tafel, einheit: number, quartal: number): void {
  const { instanz, belegung, hier } = tafel;
  const now = at(belegung.platz, einheit);
  tafel.wert += kosten(instanz, einheit, quartal) - kosten(instanz, einheit, now);
  for (const { team } of instanz.lasten[einheit] ?? []) {
    const base = team * instanz.quartale;
    const list = now === ohnePlatz ? null : hier[base + now];
    if (list) {
      const last = list.pop();
      const place = last === einheit ? -1 : list.indexOf(einheit);
      if (place >= 0 && last !== undefined) list[place] = last;
    }
    if (quartal !== ohnePlatz) hier[base + quartal]?.push(einheit);
  }
  setze(instanz, belegung, einheit, quartal);
}
