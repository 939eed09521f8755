import { type Gewichtung, groesstesGewicht } from './gewichtung.ts';
import { type Kriterium, kriterien } from './kriterium.ts';
import { anzahlKriterien, type Bewertungswelt, spalten } from './rangfolge.ts';

/** The whole weights from one to another, both included. */
export interface Bereich {
  readonly von: number;
  readonly bis: number;
}

/** What becomes of one place while the weight of one criterion changes and all others stay. */
export interface Gewichtsfolge {
  readonly kriterium: Kriterium;
  readonly gewicht: number;
  /** The place at every weight 0 … 100; `null` where nothing would count at all. */
  readonly raenge: readonly (number | null)[];
  /** Around the present weight: where the place stays the same. */
  readonly rangHaelt: Bereich;
  /** Around the present weight: where it stays inside, or outside, of the first `spitze`. */
  readonly spitzeHaelt: Bereich;
  readonly inSpitze: boolean;
}

export const ueblicheSpitze = 20;

/**
 * For each criterion the place of a Leistung at every allowed weight. Two sums change along straight lines, so for each
 * other Leistung the weights at which it stands before form one run from the left, from the right, all or none.
 */
export function stabilitaetOf(
  welt: Pick<Bewertungswelt, 'werte'>,
  gewichtung: Gewichtung,
  row: number,
  spitze: number = ueblicheSpitze,
): readonly Gewichtsfolge[] {
  return stabilitaetReader(welt, gewichtung)(row, spitze);
}

/** The same for several Leistungen of one ranking. */
export function stabilitaetReader(
  { werte }: Pick<Bewertungswelt, 'werte'>,
  gewichtung: Gewichtung,
): (row: number, spitze?: number) => readonly Gewichtsfolge[] {
  const { gewichte, ersatz } = spalten(gewichtung);
  const counted = countedValues(werte, ersatz);
  const total = gewichte.reduce((sum, weight) => sum + weight, 0);
  return (row, spitze = ueblicheSpitze) => {
    const differences = differencesTo(counted, gewichte, row);
    return kriterien.map((kriterium, column) => {
      const gewicht = gewichte[column] ?? 0;
      const places = ranksByWeight({ counted, differences, row, column, gewicht });
      const raenge = total === gewicht ? withoutZero(places) : places;
      const now = raenge[gewicht] ?? 0;
      return {
        kriterium,
        gewicht,
        raenge,
        rangHaelt: around(raenge, gewicht, (rang) => rang === now),
        spitzeHaelt: around(raenge, gewicht, (rang) => rang <= spitze === now <= spitze),
        inSpitze: now <= spitze,
      };
    });
  };
}

/** Where nothing else counts, a weight of 0 gives no order at all. */
function withoutZero(places: readonly number[]): readonly (number | null)[] {
  return places.map((place, weight) => (weight === 0 ? null : place));
}

function countedValues(werte: Int16Array, ersatz: readonly number[]): Int16Array {
  return werte.map((wert, at) => (wert < 0 ? (ersatz[at % anzahlKriterien] ?? 0) : wert));
}

/** By how much each other sum lies above the one of `row`. */
function differencesTo(counted: Int16Array, gewichte: readonly number[], row: number): Int32Array {
  const differences = new Int32Array(counted.length / anzahlKriterien);
  for (let column = 0; column < anzahlKriterien; column += 1) {
    const weight = gewichte[column] ?? 0;
    const own = counted[row * anzahlKriterien + column] ?? 0;
    for (let other = 0; other < differences.length; other += 1)
      differences[other] =
        (differences[other] ?? 0) + weight * ((counted[other * anzahlKriterien + column] ?? 0) - own);
  }
  return differences;
}

interface Course {
  readonly counted: Int16Array;
  readonly differences: Int32Array;
  readonly row: number;
  readonly column: number;
  readonly gewicht: number;
}

function ranksByWeight({ counted, differences, row, column, gewicht }: Course): readonly number[] {
  const steps = new Int32Array(groesstesGewicht + 2);
  const own = counted[row * anzahlKriterien + column] ?? 0;
  for (let other = 0; other < differences.length; other += 1) {
    const slope = (counted[other * anzahlKriterien + column] ?? 0) - own;
    const atZero = (differences[other] ?? 0) - gewicht * slope;
    const { von, bis } = beforeAt(atZero, slope);
    if (von > bis) continue;
    steps[von] = (steps[von] ?? 0) + 1;
    steps[bis + 1] = (steps[bis + 1] ?? 0) - 1;
  }
  let before = 0;
  return Array.from({ length: groesstesGewicht + 1 }, (_, weight) => {
    before += steps[weight] ?? 0;
    return before + 1;
  });
}

/** The whole weights at which `atZero + weight × slope` is more than 0. */
function beforeAt(atZero: number, slope: number): Bereich {
  if (slope === 0) return atZero > 0 ? { von: 0, bis: groesstesGewicht } : { von: 1, bis: 0 };
  if (slope > 0) return { von: Math.max(0, Math.floor(-atZero / slope) + 1), bis: groesstesGewicht };
  return { von: 0, bis: Math.min(groesstesGewicht, Math.ceil(atZero / -slope) - 1) };
}

function around(raenge: readonly (number | null)[], at: number, holds: (rang: number) => boolean): Bereich {
  const fits = (weight: number) => {
    const rang = raenge[weight];
    return rang !== null && rang !== undefined && holds(rang);
  };
  let [von, bis] = [at, at];
  while (fits(von - 1)) von -= 1;
  while (fits(bis + 1)) bis += 1;
  return { von, bis };
}
