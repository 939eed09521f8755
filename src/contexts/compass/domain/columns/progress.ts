import type { History } from './history.ts';
import type { Matrix } from './matrix.ts';
import { eachCell, type Scope } from './scope.ts';
import { keineAngabe } from './stand-fact.ts';

/** How many cells of a scope had each Zustand at the end of each of some days. */
export interface Progress {
  /** Ascending. */
  readonly days: readonly number[];
  /** By day, then by Zustand code. */
  readonly counts: readonly Uint32Array[];
}

const codes = 16;

/** The Zustaende of a scope over time: every statement is looked at once. */
export function progress(matrix: Matrix, history: History, scope: Scope, days: readonly number[]): Progress {
  // What is different at each day from the one before it in the list.
  const changes = days.map(() => new Int32Array(codes));
  const [first] = changes;
  if (first === undefined) return { days, counts: [] };
  let cells = 0;
  eachCell(matrix, scope, (cell) => {
    cells += 1;
    addChanges(history, history.slotOf[cell] ?? 0, days, changes);
  });
  first[keineAngabe] = (first[keineAngabe] ?? 0) + cells;
  const running = new Int32Array(codes);
  const counts = changes.map((change) => {
    for (let code = 0; code < codes; code += 1) running[code] = (running[code] ?? 0) + (change[code] ?? 0);
    return Uint32Array.from(running);
  });
  return { days, counts };
}

function addChanges(
  { first, count, facts }: History,
  slot: number,
  days: readonly number[],
  changes: readonly Int32Array[],
): void {
  const begin = first[slot] ?? 0;
  const end = begin + (count[slot] ?? 0);
  let before = keineAngabe;
  let at = 0;
  for (let place = begin; place < end; place += 1) {
    const day = facts.day[place] ?? 0;
    while (at < days.length && (days[at] ?? 0) < day) at += 1;
    const change = changes[at];
    if (change === undefined) return;
    const now = facts.zustand[place] ?? keineAngabe;
    change[before] = (change[before] ?? 0) - 1;
    change[now] = (change[now] ?? 0) + 1;
    before = now;
  }
}
