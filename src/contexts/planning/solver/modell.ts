import { ohnePlatz } from '../domain/problem.ts';
import type { Belegung } from './belegung.ts';
import { at, type Instanz } from './instanz.ts';

/** A choice of the model: this Einheit in this quarter. */
interface Spalte {
  readonly einheit: number;
  readonly quartal: number;
}

/** A linear model with choices of 0 or 1, row by row. */
export interface Modell {
  readonly spalten: readonly Spalte[];
  readonly kosten: Float64Array;
  /** What is added to the value whatever is chosen. */
  readonly fest: number;
  readonly zeilen: {
    readonly starts: Int32Array;
    readonly spalten: Int32Array;
    readonly werte: Float64Array;
  };
  readonly unten: Float64Array;
  readonly oben: Float64Array;
  /** The present plan as a choice of columns. */
  readonly start: Float64Array;
}

interface Fenster {
  readonly von: number;
  readonly bis: number;
  /** Something with a fixed place waits for it, so it cannot go without one. */
  readonly muss: boolean;
}

/**
 * The exact model of some Einheiten while all others stay where they are: one place at most for each, no team overfull,
 * nothing before what comes first (written over sums of quarters, which makes the relaxation tight).
 */
export function modellOf(instanz: Instanz, belegung: Belegung, freie: readonly number[]): Modell {
  const loose = new Set(freie);
  const first = new Map<number, number>();
  const fenster = new Map(freie.map((einheit) => [einheit, fensterOf(instanz, belegung, loose, einheit)]));
  const spalten: Spalte[] = [];
  for (const einheit of freie) {
    const { von, bis } = fenster.get(einheit) ?? nirgends;
    first.set(einheit, spalten.length);
    for (let quartal = von; quartal <= bis; quartal += 1) spalten.push({ einheit, quartal });
  }
  const rows = new Zeilen();
  placeRows(rows, freie, fenster, first);
  capacityRows(rows, instanz, belegung, spalten, freie);
  orderRows(rows, instanz, freie, fenster, first);
  const { quartale, kosten, ohne } = instanz;
  return {
    spalten,
    kosten: Float64Array.from(
      spalten,
      ({ einheit, quartal }) => at(kosten, einheit * quartale + quartal) - at(ohne, einheit),
    ),
    fest: freie.reduce((sum, einheit) => sum + at(ohne, einheit), 0),
    start: Float64Array.from(spalten, ({ einheit, quartal }) =>
      at(belegung.platz, einheit) === quartal ? 1 : 0,
    ),
    ...rows.finish(),
  };
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

/** Collects rows; the matrix grows row by row. */
class Zeilen {
  readonly #starts: number[] = [0];
  readonly #spalten: number[] = [];
  readonly #werte: number[] = [];
  readonly #unten: number[] = [];
  readonly #oben: number[] = [];

  add(entries: readonly (readonly [spalte: number, wert: number])[], unten: number, oben: number): void {
    for (const [spalte, wert] of entries) {
      this.#spalten.push(spalte);
      this.#werte.push(wert);
    }
    this.#starts.push(this.#spalten.length);
    this.#unten.push(unten);
    this.#oben.push(oben);
  }

  finish(): Pick<Modell, 'zeilen' | 'unten' | 'oben'> {
    return {
      zeilen: {
        starts: Int32Array.from(this.#starts),
        spalten: Int32Array.from(this.#spalten),
        werte: Float64Array.from(this.#werte),
      },
      unten: Float64Array.from(this.#unten),
      oben: Float64Array.from(this.#oben),
    };
  }
}

function placeRows(
  rows: Zeilen,
  freie: readonly number[],
  fenster: ReadonlyMap<number, Fenster>,
  first: ReadonlyMap<number, number>,
): void {
  for (const einheit of freie) {
    const { von, bis, muss } = fenster.get(einheit) ?? nirgends;
    const start = first.get(einheit) ?? 0;
    if (bis < von) continue;
    const entries = Array.from({ length: bis - von + 1 }, (_, step) => [start + step, 1] as const);
    rows.add(entries, muss ? 1 : 0, 1);
  }
}

/** What is left of each team once the free ones are taken out; rows that can never be full are left away. */
function capacityRows(
  rows: Zeilen,
  { lasten, quartale }: Instanz,
  { platz, frei }: Belegung,
  spalten: readonly Spalte[],
  freie: readonly number[],
): void {
  const left = new Map<number, number>();
  for (const einheit of freie) {
    const place = at(platz, einheit);
    if (place === ohnePlatz) continue;
    for (const { team, tage } of lasten[einheit] ?? []) {
      const row = team * quartale + place;
      left.set(row, (left.get(row) ?? at(frei, row)) + tage);
    }
  }
  const entries = new Map<number, [number, number][]>();
  spalten.forEach(({ einheit, quartal }, index) => {
    for (const { team, tage } of lasten[einheit] ?? []) {
      const row = team * quartale + quartal;
      const list = entries.get(row);
      if (list) list.push([index, tage]);
      else entries.set(row, [[index, tage]]);
    }
  });
  for (const [row, list] of entries) {
    const have = left.get(row) ?? at(frei, row);
    if (list.reduce((sum, [, tage]) => sum + tage, 0) > have) rows.add(list, Number.NEGATIVE_INFINITY, have);
  }
}

/** Whoever comes later is begun only as far as what comes first is done, quarter by quarter. */
function orderRows(
  rows: Zeilen,
  { davor }: Instanz,
  freie: readonly number[],
  fenster: ReadonlyMap<number, Fenster>,
  first: ReadonlyMap<number, number>,
): void {
  for (const einheit of freie) {
    const then = { ...(fenster.get(einheit) ?? nirgends), start: first.get(einheit) ?? 0 };
    for (const { einheit: before, abstand } of davor[einheit] ?? []) {
      const earlier = fenster.get(before);
      if (earlier) orderRow(rows, { ...earlier, start: first.get(before) ?? 0 }, then, abstand);
    }
  }
}

interface Spaltenfenster extends Fenster {
  /** The first of its columns. */
  readonly start: number;
}

function orderRow(rows: Zeilen, earlier: Spaltenfenster, then: Spaltenfenster, abstand: number): void {
  const upTo = ({ start, von, bis }: Spaltenfenster, quartal: number, wert: number) =>
    Array.from(
      { length: Math.max(0, Math.min(quartal, bis) - von + 1) },
      (_, step) => [start + step, wert] as const,
    );
  for (let quartal = then.von; quartal <= then.bis; quartal += 1)
    rows.add(
      [...upTo(then, quartal, 1), ...upTo(earlier, quartal - abstand, -1)],
      Number.NEGATIVE_INFINITY,
      0,
    );
}
