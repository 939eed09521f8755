import { ohnePlatz } from '../domain/problem.ts';
import type { Belegung } from './belegung.ts';
import { at, type Instanz } from './instanz.ts';

/** The rows of a model, each between two limits. */
export interface Modellzeilen {
  readonly zeilen: {
    readonly starts: Int32Array;
    readonly spalten: Int32Array;
    readonly werte: Float64Array;
  };
  readonly unten: Float64Array;
  readonly oben: Float64Array;
}

/** The quarters that are left for an Einheit. */
export interface Fenster {
  readonly von: number;
  readonly bis: number;
  /** Something with a fixed place waits for it, so it cannot go without one. */
  readonly muss: boolean;
}

export interface Spaltenfenster extends Fenster {
  /** The first of its columns. */
  readonly start: number;
}

/** Collects rows; the matrix grows row by row. */
export class Zeilen {
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

  finish(): Modellzeilen {
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

/** What is done stays done. */
export function stayRows(rows: Zeilen, { von, bis, start }: Spaltenfenster): void {
  for (let step = 0; step < bis - von; step += 1)
    rows.add(
      [
        [start + step, 1],
        [start + step + 1, -1],
      ],
      Number.NEGATIVE_INFINITY,
      0,
    );
}

/** What is left of each team once the free ones are taken out; rows that can never be full are left away. */
export function capacityRows(
  rows: Zeilen,
  instanz: Instanz,
  belegung: Belegung,
  fenster: ReadonlyMap<number, Spaltenfenster>,
): void {
  const left = freiOhne(instanz, belegung, fenster.keys());
  const entries = new Map<number, [number, number][]>();
  const wanted = new Map<number, number>();
  for (const [einheit, window] of fenster)
    for (const { team, tage } of instanz.lasten[einheit] ?? [])
      for (let { von: quartal } = window; quartal <= window.bis; quartal += 1) {
        const row = team * instanz.quartale + quartal;
        const list = entries.get(row) ?? [];
        entries.set(row, list);
        list.push(...imQuartal(window, quartal, tage));
        wanted.set(row, (wanted.get(row) ?? 0) + tage);
      }
  for (const [row, list] of entries)
    if ((wanted.get(row) ?? 0) > at(left, row)) rows.add(list, Number.NEGATIVE_INFINITY, at(left, row));
}

/** Done by this quarter and not by the one before. */
function imQuartal({ von, start }: Spaltenfenster, quartal: number, tage: number): [number, number][] {
  const column = start + quartal - von;
  return quartal > von
    ? [
        [column, tage],
        [column - 1, -tage],
      ]
    : [[column, tage]];
}

function freiOhne(
  { lasten, quartale }: Instanz,
  { platz, frei }: Belegung,
  freie: Iterable<number>,
): Int32Array {
  const left = frei.slice();
  for (const einheit of freie) {
    const place = at(platz, einheit);
    if (place === ohnePlatz) continue;
    for (const { team, tage } of lasten[einheit] ?? []) {
      const row = team * quartale + place;
      left[row] = at(left, row) + tage;
    }
  }
  return left;
}

/** Whoever comes later is done by a quarter only if what comes first is done by then. */
export function orderRows(
  rows: Zeilen,
  { davor }: Instanz,
  fenster: ReadonlyMap<number, Spaltenfenster>,
): void {
  for (const [einheit, then] of fenster)
    for (const { einheit: before, abstand } of davor[einheit] ?? []) {
      const earlier = fenster.get(before);
      if (earlier) orderRow(rows, earlier, then, abstand);
    }
}

function orderRow(rows: Zeilen, earlier: Spaltenfenster, then: Spaltenfenster, abstand: number): void {
  for (let quartal = then.von; quartal <= then.bis; quartal += 1) {
    const by = Math.min(quartal - abstand, earlier.bis);
    const done = [then.start + quartal - then.von, 1] as const;
    const first = [earlier.start + by - earlier.von, -1] as const;
    rows.add(by < earlier.von ? [done] : [done, first], Number.NEGATIVE_INFINITY, 0);
  }
}
