import type { Gewichtung } from './gewichtung.ts';
import { kriterien } from './kriterium.ts';
import { ausBedarf } from './normieren.ts';
import { anzahlKriterien, type Bewertungswelt, spalten } from './rangfolge.ts';

/** Between which values a criterion may come to lie while answers are open, 0 … 1000. */
export interface Spanne {
  readonly von: number;
  readonly bis: number;
}

/** What open answers may still make of a Leistung. */
export interface OffeneAntworten {
  readonly leistungId: string;
  readonly bedarf: Spanne | null;
  readonly fallzahlen: Spanne | null;
}

/** Between which values the demand may come to lie when all who have not answered do. */
export function bedarfSpanne(antworten: {
  readonly ja: number;
  readonly spaeter: number;
  readonly geantwortet: number;
  readonly gefragt: number;
}): Spanne {
  const { ja, spaeter, geantwortet } = antworten;
  const offen = Math.max(0, antworten.gefragt - geantwortet);
  const alle = geantwortet + offen;
  return {
    von: ausBedarf({ ja, spaeter, geantwortet: alle }) ?? 0,
    bis: ausBedarf({ ja: ja + offen, spaeter, geantwortet: alle }) ?? 1000,
  };
}

const bedarfSpalte = kriterien.indexOf('bedarf');
const fallzahlSpalte = kriterien.indexOf('fallzahlen');

/**
 * The Leistungen whose open answers could change who stands among the first `top`. A Leistung is left out only where it
 * stands inside, or outside, whatever is answered about it and about all others: without asking, the first stay the same.
 */
export function couldMove(
  welt: Pick<Bewertungswelt, 'leistungen' | 'werte'>,
  gewichtung: Gewichtung,
  offen: readonly OffeneAntworten[],
  top = 20,
): ReadonlySet<string> {
  const open = new Set(offen.map(({ leistungId }) => leistungId));
  const ranges = spielraeume(welt, gewichtung, offen);
  const lows = descending(ranges.map(({ von }) => von));
  const highs = descending(ranges.map(({ bis }) => bis));
  const moving = welt.leistungen.flatMap(({ id }, row) => {
    const range = ranges[row];
    if (range === undefined || range.von === range.bis || !open.has(id)) return [];
    // Surely inside: fewer than `top` others can reach it. Surely outside: `top` others lie above it for certain.
    const reach = countAtLeast(highs, range.von) - 1;
    const above = countAbove(lows, range.bis);
    return reach < top || above >= top ? [] : [id];
  });
  return new Set(moving);
}

/** Between which sums every Leistung can come to lie; where nothing is open both are its sum of today. */
export function spielraeume(
  welt: Pick<Bewertungswelt, 'leistungen' | 'werte'>,
  gewichtung: Gewichtung,
  offen: readonly OffeneAntworten[],
): readonly (Spanne & { readonly leistungId: string })[] {
  const open = new Map(offen.map((each) => [each.leistungId, each]));
  const columns = spalten(gewichtung);
  return welt.leistungen.map(({ id }, row) => {
    const { von, bis } = sumRange(welt.werte, columns, row, open.get(id));
    return { leistungId: id, von, bis };
  });
}

function sumRange(
  werte: Int16Array,
  { gewichte, ersatz }: ReturnType<typeof spalten>,
  row: number,
  open: OffeneAntworten | undefined,
): Spanne {
  let [von, bis] = [0, 0];
  for (let column = 0; column < anzahlKriterien; column += 1) {
    const wert = werte[row * anzahlKriterien + column] ?? -1;
    const now = wert < 0 ? (ersatz[column] ?? 0) : wert;
    const asked =
      column === bedarfSpalte ? open?.bedarf : column === fallzahlSpalte ? open?.fallzahlen : null;
    const weight = gewichte[column] ?? 0;
    // Nobody may answer at all: then what counts today stays.
    von += weight * Math.min(now, asked?.von ?? now);
    bis += weight * Math.max(now, asked?.bis ?? now);
  }
  return { von, bis };
}

// The engine sorts numbers in a typed array many times faster than with a comparison of ours.
function descending(values: readonly number[]): Int32Array {
  return Int32Array.from(values).sort().reverse();
}

/** How many of the descending numbers are at least `limit`. */
function countAtLeast(sorted: Int32Array, limit: number): number {
  return firstWhere(sorted, (value) => value < limit);
}

function countAbove(sorted: Int32Array, limit: number): number {
  return firstWhere(sorted, (value) => value <= limit);
}

function firstWhere(sorted: Int32Array, isPast: (value: number) => boolean): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isPast(sorted[middle] ?? 0)) high = middle;
    else low = middle + 1;
  }
  return low;
}
