import type { Matrix } from './matrix.ts';
import { eachCell, type Scope } from './scope.ts';
import type { StandOn } from './stand-on.ts';

/** Into which parts a question divides its cells: by body, by Leistung or by what was said of the cell. */
export interface Dimension {
  readonly size: number;
  /** The part of each body, or of each Leistung, or of each value (shifted by `offset`) of a column. */
  readonly part: Uint16Array;
  readonly by: 'body' | 'leistung' | 'zustand' | 'reifegrad11' | 'reifegrad20';
}

/** Which cells count beside those of the scope. */
export interface Where {
  /** A bit for each Zustand code. */
  readonly zustaende: number;
  /** A bit for each level of the Reifegrad, shifted by one: unknown is bit 0. */
  readonly stufen11: number;
  readonly stufen20: number;
  /** The least Reifegrad 1.1; -1 where unknown ones count too. */
  readonly mindestens11: number;
  readonly fallzahl: 'bekannt' | 'unbekannt' | null;
}

export const anyState: Where = {
  zustaende: 0xffff,
  stufen11: 0xffff,
  stufen20: 0xffff,
  mindestens11: -1,
  fallzahl: null,
};

/** A table of parts × parts. */
export interface Pivot {
  readonly rows: number;
  readonly columns: number;
  /** Cells, row by row. */
  readonly cells: Float64Array;
  /** Cases a year of the cells whose Fallzahl is known. */
  readonly cases: Float64Array;
  /** How many of the cells have a known Fallzahl. */
  readonly withCases: Float64Array;
}

/** Counts the cells of a scope by two dimensions. */
export function pivot(
  matrix: Matrix,
  stand: StandOn,
  {
    scope,
    where,
    rows,
    columns,
  }: {
    readonly scope: Scope;
    readonly where: Where;
    readonly rows: Dimension;
    readonly columns: Dimension;
  },
): Pivot {
  const size = rows.size * columns.size;
  const table = {
    cells: new Float64Array(size),
    cases: new Float64Array(size),
    withCases: new Float64Array(size),
  };
  const rowOf = partOf(rows, stand);
  const columnOf = partOf(columns, stand);
  const counts = matching(stand, where);
  const { slotOf, fallzahl } = stand;
  eachCell(matrix, scope, (cell, body, leistung) => {
    const slot = slotOf[cell] ?? 0;
    if (!counts(slot)) return;
    const place = rowOf(slot, body, leistung) * columns.size + columnOf(slot, body, leistung);
    table.cells[place] = (table.cells[place] ?? 0) + 1;
    const cases = fallzahl[slot] ?? -1;
    if (cases < 0) return;
    table.cases[place] = (table.cases[place] ?? 0) + cases;
    table.withCases[place] = (table.withCases[place] ?? 0) + 1;
  });
  return { rows: rows.size, columns: columns.size, ...table };
}

/** Whether what was said of a cell, by its slot, is what a question asks for. */
export function matching(stand: StandOn, where: Where): (slot: number) => boolean {
  const { zustaende, stufen11, stufen20, mindestens11, fallzahl } = where;
  const { zustand, reifegrad11, reifegrad20, fallzahl: faelle } = stand;
  const any = 0xffff;
  if (stufen11 === any && stufen20 === any && mindestens11 < 0 && fallzahl === null) {
    return zustaende === any ? () => true : (slot) => ((zustaende >> (zustand[slot] ?? 0)) & 1) === 1;
  }
  return (slot) =>
    ((zustaende >> (zustand[slot] ?? 0)) & 1) === 1 &&
    ((stufen11 >> ((reifegrad11[slot] ?? -1) + 1)) & 1) === 1 &&
    ((stufen20 >> ((reifegrad20[slot] ?? -1) + 1)) & 1) === 1 &&
    (reifegrad11[slot] ?? -1) >= mindestens11 &&
    (fallzahl === null || (faelle[slot] ?? -1) >= 0 === (fallzahl === 'bekannt'));
}

/** The part of a cell; a Reifegrad counts from unknown, which is its part 0. */
function partOf({ by, part }: Dimension, stand: StandOn) {
  const { zustand, reifegrad11, reifegrad20 } = stand;
  const parts = {
    body: (_slot: number, body: number) => part[body] ?? 0,
    leistung: (_slot: number, _body: number, leistung: number) => part[leistung] ?? 0,
    zustand: (slot: number) => part[zustand[slot] ?? 0] ?? 0,
    reifegrad11: (slot: number) => part[(reifegrad11[slot] ?? -1) + 1] ?? 0,
    reifegrad20: (slot: number) => part[(reifegrad20[slot] ?? -1) + 1] ?? 0,
  };
  return parts[by];
}
