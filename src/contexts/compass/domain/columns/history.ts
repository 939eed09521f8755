import { copyFact, type FactColumns, factColumns, reserve, writeFact } from './facts.ts';
import type { StandFact } from './stand-fact.ts';

/**
 * The statements of every cell that count on some day, together and by day: one that was made later counts from its day on,
 * whatever had been said before of that day and those after it. It grows in place: questions are answered without a pause,
 * so none of them sees a change half made.
 */
export interface History {
  /** Where the statements of a cell begin, and how many there are. */
  first: Uint32Array;
  count: Uint16Array;
  facts: FactColumns;
  /** Places that a cell left when it grew. */
  left: number;
}

/** A history in which nobody has said anything, with room for `expected` statements. */
export function emptyHistory(cells: number, expected = 1024): History {
  return {
    first: new Uint32Array(cells),
    count: new Uint16Array(cells),
    facts: factColumns(expected),
    left: 0,
  };
}

/** Adds a statement to those of its cell. Cheapest where those of a cell come one after the other. */
export function addFact(history: History, fact: StandFact): void {
  moveToEnd(history, fact.cell);
  const { first, count, facts } = history;
  const begin = first[fact.cell] ?? 0;
  const held = count[fact.cell] ?? 0;
  let place = begin + held;
  // What was said last counts from its day on, so earlier ones of that day or a later one count nowhere any more.
  while (place > begin && (facts.day[place - 1] ?? 0) >= fact.day) place -= 1;
  writeFact(facts, place, fact);
  count[fact.cell] = place + 1 - begin;
  facts.length = place + 1;
}

/** Moves the statements of a cell to the end, where one more has room. */
function moveToEnd(history: History, cell: number): void {
  const { first, count, facts } = history;
  const begin = first[cell] ?? 0;
  const held = count[cell] ?? 0;
  reserve(facts, held + 1);
  if (held > 0 && begin + held === facts.length) return;
  const target = facts.length;
  for (let at = 0; at < held; at += 1) copyFact(facts, begin + at, facts, target + at);
  first[cell] = target;
  facts.length += held;
  history.left += held;
}

/** Whether so many places were left that it is worth moving everything together. */
export function hasGaps({ left, facts }: History): boolean {
  return left > 10_000 && left * 2 > facts.length;
}

/**
 * Moves everything together, in steps between which others read the history as it was; nobody may add to it until the
 * last step has taken the new columns over.
 */
export function* compactSteps(history: History): Generator<void, void> {
  const kept = factColumns(history.facts.length - history.left);
  const first = new Uint32Array(history.first.length);
  for (let cell = 0; cell < first.length; cell += 1) {
    const begin = history.first[cell] ?? 0;
    const held = history.count[cell] ?? 0;
    for (let at = 0; at < held; at += 1) copyFact(history.facts, begin + at, kept, kept.length + at);
    first[cell] = kept.length;
    kept.length += held;
    if (cell % cellsOfAStep === 0) yield;
  }
  Object.assign(history, { facts: kept, first, left: 0 });
}

/** Cells that are worked on between two looks at the clock. */
export const cellsOfAStep = 16_384;
