import { ohnePlatz } from '../domain/problem.ts';
import { type Belegung, setze } from './belegung.ts';
import { at, type Instanz } from './instanz.ts';
import {
  capacityRows,
  type Fenster,
  type Modellzeilen,
  orderRows,
  type Spaltenfenster,
  stayRows,
  Zeilen,
} from './modell-zeilen.ts';

/** A choice of the model: this Einheit is done in this quarter or before it. */
interface Spalte {
  readonly einheit: number;
  readonly quartal: number;
}

/** A linear model with choices of 0 or 1, row by row. */
export interface Modell extends Modellzeilen {
  readonly spalten: readonly Spalte[];
  readonly kosten: Float64Array;
  /** 1 where something has to be done by then. */
  readonly mindestens: Float64Array;
  /** What is added to the value whatever is chosen. */
  readonly fest: number;
  /** The present plan as a choice of columns. */
  readonly start: Float64Array;
}

/**
 * The exact model of some Einheiten while all others stay where they are: no team overfull, nothing before what comes
 * first. It asks by when something is done, not in which quarter: halving the time left is a choice that moves the bound
 * both ways, and an order is a row of two.
 */
export function modellOf(instanz: Instanz, belegung: Belegung, freie: readonly number[]): Modell {
  const loose = new Set(freie);
  const fenster = new Map<number, Spaltenfenster>();
  const spalten: Spalte[] = [];
  for (const einheit of freie) {
    const window = fensterOf(instanz, belegung, loose, einheit);
    fenster.set(einheit, { ...window, start: spalten.length });
    for (let quartal = window.von; quartal <= window.bis; quartal += 1) spalten.push({ einheit, quartal });
  }
  const rows = new Zeilen();
  for (const window of fenster.values()) stayRows(rows, window);
  capacityRows(rows, instanz, belegung, fenster);
  orderRows(rows, instanz, fenster);
  const last = ({ einheit, quartal }: Spalte) => fenster.get(einheit)?.bis === quartal;
  return {
    spalten,
    kosten: Float64Array.from(spalten, (spalte) => ersparnis(instanz, spalte, last(spalte))),
    mindestens: Float64Array.from(spalten, (spalte) =>
      last(spalte) && fenster.get(spalte.einheit)?.muss ? 1 : 0,
    ),
    fest: freie.reduce((sum, einheit) => sum + at(instanz.ohne, einheit), 0),
    start: Float64Array.from(spalten, ({ einheit, quartal }) => {
      const place = at(belegung.platz, einheit);
      return place !== ohnePlatz && place <= quartal ? 1 : 0;
    }),
    ...rows.finish(),
  };
}

/** Puts what the model chose into a plan in which its Einheiten have no place. */
export function setzeWahl(instanz: Instanz, belegung: Belegung, modell: Modell, wahl: Float64Array): void {
  modell.spalten.forEach(({ einheit, quartal }, index) => {
    if (at(wahl, index) > 0.5 && at(belegung.platz, einheit) === ohnePlatz)
      setze(instanz, belegung, einheit, quartal);
  });
}

/** What it changes to be done by a quarter and not only by the next, or never. */
function ersparnis({ kosten, ohne, quartale }: Instanz, { einheit, quartal }: Spalte, last: boolean): number {
  const index = einheit * quartale + quartal;
  return at(kosten, index) - (last ? at(ohne, einheit) : at(kosten, index + 1));
}

const nirgends: Fenster = { von: 0, bis: -1, muss: false };

function fensterOf(
  { von, bis, davor, danach }: Instanz,
  { platz }: Belegung,
  loose: ReadonlySet<number>,
  einheit: number,
): Fenster {
  let from = at(von, einheit);
  let to = at(bis, einheit);
  let muss = false;
  for (const { einheit: before, abstand } of davor[einheit] ?? []) {
    if (loose.has(before)) continue;
    const place = at(platz, before);
    if (place === ohnePlatz) return nirgends;
    from = Math.max(from, place + abstand);
  }
  for (const { einheit: after, abstand } of danach[einheit] ?? []) {
    const place = at(platz, after);
    if (loose.has(after) || place === ohnePlatz) continue;
    to = Math.min(to, place - abstand);
    muss = true;
  }
  return { von: from, bis: to, muss };
}
