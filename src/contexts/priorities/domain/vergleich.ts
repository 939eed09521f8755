import type { Gewichtung } from './gewichtung.ts';
import type { Kriterium } from './kriterium.ts';
import { type Beitrag, type Bewertungswelt, beitraegeOf, type Rangliste } from './rangfolge.ts';

/** What one criterion adds to the difference of two sums. */
export interface Unterschied {
  readonly kriterium: Kriterium;
  readonly gewicht: number;
  readonly oben: Beitrag;
  readonly unten: Beitrag;
  /** Positive where it speaks for the upper one. */
  readonly unterschied: number;
}

/** Why one Leistung stands above another: all differences together are exactly the difference of the sums. */
export interface Vergleich {
  /** Positions in the world. */
  readonly oben: number;
  readonly unten: number;
  readonly gleich: boolean;
  readonly differenz: number;
  /** What speaks most for the upper one first, what speaks most against it last. */
  readonly unterschiede: readonly Unterschied[];
}

/** Compares two Leistungen of a ranking; the one that stands higher becomes the upper one. */
export function vergleiche(
  welt: Bewertungswelt,
  gewichtung: Gewichtung,
  { summen }: Pick<Rangliste, 'summen'>,
  [a, b]: readonly [number, number],
): Vergleich {
  const [oben, unten] = (summen[a] ?? 0) >= (summen[b] ?? 0) ? [a, b] : [b, a];
  const lower = beitraegeOf(welt, gewichtung, unten);
  const unterschiede = beitraegeOf(welt, gewichtung, oben).flatMap((upper, column) => {
    const other = lower[column];
    if (other === undefined) return [];
    const { kriterium, gewicht } = upper;
    return [{ kriterium, gewicht, oben: upper, unten: other, unterschied: upper.beitrag - other.beitrag }];
  });
  const differenz = (summen[oben] ?? 0) - (summen[unten] ?? 0);
  return {
    oben,
    unten,
    gleich: differenz === 0,
    differenz,
    unterschiede: unterschiede.toSorted((x, y) => y.unterschied - x.unterschied),
  };
}

/** A Leistung whose place differs between two rankings. */
export interface Bewegung {
  readonly row: number;
  readonly vorher: number;
  readonly nachher: number;
}

/** Who moves from one ranking to another over the same Leistungen, the first places of either first. */
export function bewegungen(
  vorher: Pick<Rangliste, 'raenge'>,
  nachher: Pick<Rangliste, 'raenge'>,
): readonly Bewegung[] {
  return Array.from(vorher.raenge, (rang, row) => ({ row, vorher: rang, nachher: nachher.raenge[row] ?? 0 }))
    .filter((each) => each.vorher !== each.nachher)
    .toSorted((a, b) => first(a) - first(b) || a.nachher - b.nachher || a.row - b.row);
}

function first({ vorher, nachher }: Bewegung): number {
  return Math.min(vorher, nachher);
}
