import { searchWords } from '#ui';
import { selectCells, sortCells } from '../domain/columns/select-cells.ts';
import { unknown } from '../domain/columns/stand-fact.ts';
import { type Gesagt, gesagtVon, type StandOn } from '../domain/columns/stand-on.ts';
import { type Frage, scopeFor, whereOf } from './frage.ts';
import { type MatrixNames, namesOf } from './matrix-names.ts';
import type { Figures } from './open-figures.ts';

/** One pair that a figure counts. */
export interface Paar {
  readonly ags: string;
  readonly kommune: string;
  readonly leistungId: string;
  readonly leistung: string;
  /** Code of the Zustand; 0 is „keine Angabe“. */
  readonly zustand: number;
  readonly reifegrad11: number | null;
  readonly reifegrad20: number | null;
  readonly fallzahl: number | null;
}

export const paarSortierungen = [
  'kommune',
  'leistung',
  'zustand',
  'reifegrad11',
  'reifegrad20',
  'fallzahl',
] as const;

export type PaarSortierung = (typeof paarSortierungen)[number];

export interface PaarSuche {
  readonly suche: string;
  /** The first one counts first. */
  readonly ordnung: readonly { readonly nach: PaarSortierung; readonly absteigend: boolean }[];
}

export const inOrdnung: PaarSuche = { suche: '', ordnung: [{ nach: 'kommune', absteigend: false }] };

/** The pairs that a figure counts, all of them: how many, and those from one place to another. */
export interface Paare {
  readonly anzahl: number;
  readonly from: (start: number, end: number) => Iterable<Paar>;
}

/** The pairs that a figure counts, so that each number can be looked into. Nothing is cut off. */
export async function answerPaare(frage: Frage, suche: PaarSuche = inOrdnung): Promise<Paare> {
  const { figures, umfang } = frage;
  const names = namesOf(figures);
  const [scope, stand] = [await scopeFor(frage), await figures.standOn(umfang.datum)];
  const accepts = searched(names, suche.suche);
  const found = selectCells(figures.matrix, stand, { scope, where: whereOf(umfang) }, accepts);
  const keys = sortKeys(figures, names, stand);
  // Each pass keeps the order of equal ones, so the order that counts first comes last.
  const cells = suche.ordnung.reduceRight(
    (sorted, { nach, absteigend }) => sortCells(sorted, keys[nach], absteigend),
    found,
  );
  const known = (value: number) => (value === unknown ? null : value);
  const paarOf = (cell: number): Paar => {
    const [row, column] = placeOf(figures, cell);
    const gesagt = gesagtVon(stand, cell);
    return {
      ags: figures.matrix.bodies[row]?.ags ?? '',
      kommune: names.bodies.names[row] ?? '',
      leistungId: figures.matrix.leistungen[column]?.id ?? '',
      leistung: names.leistungen.names[column] ?? '',
      zustand: gesagt.zustand,
      reifegrad11: known(gesagt.reifegrad11),
      reifegrad20: known(gesagt.reifegrad20),
      fallzahl: known(gesagt.fallzahl),
    };
  };
  return {
    anzahl: cells.length,
    *from(start, end) {
      for (const cell of cells.subarray(start, end)) yield paarOf(cell);
    },
  };
}

function placeOf({ matrix }: Figures, cell: number): readonly [row: number, column: number] {
  const width = matrix.leistungen.length;
  return [Math.floor(cell / width), cell % width];
}

/** Whether a pair's Kommune or Leistung has every word; looked up once for each body and each Leistung. */
function searched(
  { bodies, leistungen }: MatrixNames,
  search: string,
): ((body: number, leistung: number) => boolean) | null {
  const words = searchWords(search);
  if (words.length === 0) return null;
  const found = (texts: readonly string[], word: readonly string[]) =>
    Uint8Array.from(texts, (text) => (word.some((spelling) => text.includes(spelling)) ? 1 : 0));
  const byWord = words.map((word) => ({
    body: found(bodies.folded, word),
    leistung: found(leistungen.folded, word),
  }));
  return (body, leistung) => byWord.every((word) => word.body[body] === 1 || word.leistung[leistung] === 1);
}

function sortKeys(
  figures: Figures,
  { bodies, leistungen }: MatrixNames,
  stand: StandOn,
): Readonly<Record<PaarSortierung, (cell: number) => number>> {
  const column = (name: keyof Gesagt) => (cell: number) => gesagtVon(stand, cell)[name];
  return {
    kommune: (cell) => bodies.rank[placeOf(figures, cell)[0]] ?? 0,
    leistung: (cell) => leistungen.rank[placeOf(figures, cell)[1]] ?? 0,
    zustand: column('zustand'),
    reifegrad11: column('reifegrad11'),
    reifegrad20: column('reifegrad20'),
    fallzahl: column('fallzahl'),
  };
}
