import type { Matrix } from './matrix.ts';
import { matching, type Where } from './pivot.ts';
import { eachCell, type Scope } from './scope.ts';
import type { StandOn } from './stand-on.ts';

/** The cells that a question counts, in the matrix's order; `accepts` narrows them further. */
export function selectCells(
  matrix: Matrix,
  stand: StandOn,
  { scope, where }: { readonly scope: Scope; readonly where: Where },
  accepts: ((body: number, leistung: number) => boolean) | null,
): Uint32Array {
  const counts = matching(stand, where);
  const bodies = scope.bodies.reduce((sum, one) => sum + one, 0);
  const cells = new Uint32Array(bodies * scope.leistungen.length);
  let found = 0;
  eachCell(matrix, scope, (cell, body, leistung) => {
    if (!counts(stand.slotOf[cell] ?? 0) || (accepts !== null && !accepts(body, leistung))) return;
    cells[found] = cell;
    found += 1;
  });
  return cells.slice(0, found);
}

const digit = 16;
const digits = 1 << digit;

/**
 * Cells in the order of their keys (whole numbers from 0, or -1 for none); equal ones keep their order, those without a
 * key come last in both directions.
 */
export function sortCells(
  cells: Uint32Array,
  keyOf: (cell: number) => number,
  descending: boolean,
): Uint32Array {
  const keys = Int32Array.from(cells, keyOf);
  const highest = keys.reduce((most, key) => Math.max(most, key), 0);
  const places = Uint32Array.from(keys, (key) => {
    if (key < 0) return highest + 1;
    return descending ? highest - key : key;
  });
  let sorted: Keyed = { cells, places };
  for (let shift = 0; shift === 0 || (highest + 1) >>> shift > 0; shift += digit) {
    sorted = byDigit(sorted, shift);
    if (shift + digit >= 32) break;
  }
  return sorted.cells;
}

interface Keyed {
  readonly cells: Uint32Array;
  readonly places: Uint32Array;
}

/** One pass of a radix sort, which needs no comparison and so never takes long. */
function byDigit({ cells, places }: Keyed, shift: number): Keyed {
  const start = new Uint32Array(digits + 1);
  for (const place of places) {
    const at = ((place >>> shift) & (digits - 1)) + 1;
    start[at] = (start[at] ?? 0) + 1;
  }
  for (let at = 1; at <= digits; at += 1) start[at] = (start[at] ?? 0) + (start[at - 1] ?? 0);
  const next = { cells: new Uint32Array(cells.length), places: new Uint32Array(cells.length) };
  for (const [index, place] of places.entries()) {
    const at = (place >>> shift) & (digits - 1);
    const target = start[at] ?? 0;
    start[at] = target + 1;
    next.cells[target] = cells[index] ?? 0;
    next.places[target] = place;
  }
  return next;
}
