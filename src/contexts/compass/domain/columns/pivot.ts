import type { Matrix } from './matrix.ts';
import { eachCell, type Scope } from './scope.ts';
import type { StandOn } from './stand-on.ts';

/** Into which parts a question divides its cells: by body, by Leistung or by what was said of the cell. */
export interface Dimension {
  readonly size: number;
  /** The part of each body, or of each Leistung, or of each value (shifted by `offset`) of a column. */
  readonly part: Uint16Array;
  readonly by: 'body' | 'leistung' | 'zustand' | 'reifegrad11' | 'reifegrad20' | 'loesung';
}

/** Which cells count beside those of the scope. */
export interface Where {
  /** A bit for each Zustand code. */
  readonly zustaende: number;
  readonly mindestens11?: number;
  readonly mindestens20?: number;
}

export const anyState: Where = { zustaende: 0xffff };

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
  eachCell(matrix, scope, (cell, body, leistung) => {
    if (!counts(cell)) return;
    const place = rowOf(cell, body, leistung) * columns.size + columnOf(cell, body, leistung);
    table.cells[place] = (table.cells[place] ?? 0) + 1;
    const cases = stand.fallzahl[cell] ?? -1;
    if (cases < 0) return;
    table.cases[place] = (table.cases[place] ?? 0) + cases;
    table.withCases[place] = (table.withCases[place] ?? 0) + 1;
  });
  return { rows: rows.size, columns: columns.size, ...table };
}

/** Whether what was said of a cell is what a question asks for. */
export function matching(stand: StandOn, { zustaende, mindestens11, mindestens20 }: Where) {
  return (cell: number): boolean =>
    ((zustaende >> (stand.zustand[cell] ?? 0)) & 1) === 1 &&
    (mindestens11 === undefined || (stand.reifegrad11[cell] ?? -1) >= mindestens11) &&
    (mindestens20 === undefined || (stand.reifegrad20[cell] ?? -1) >= mindestens20);
}

/** The part of a cell; a Reifegrad counts from unknown, which is its part 0. */
function partOf({ by, part }: Dimension, stand: StandOn) {
  const { zustand, reifegrad11, reifegrad20, loesung } = stand;
  const parts = {
    body: (_cell: number, body: number) => part[body] ?? 0,
    leistung: (_cell: number, _body: number, leistung: number) => part[leistung] ?? 0,
    zustand: (cell: number) => part[zustand[cell] ?? 0] ?? 0,
    reifegrad11: (cell: number) => part[(reifegrad11[cell] ?? -1) + 1] ?? 0,
    reifegrad20: (cell: number) => part[(reifegrad20[cell] ?? -1) + 1] ?? 0,
    loesung: (cell: number) => part[loesung[cell] ?? 0] ?? 0,
  };
  return parts[by];
}
