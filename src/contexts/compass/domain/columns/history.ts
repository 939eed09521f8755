import { copyFact, type FactColumns, factColumns, reserve, writeFact } from './facts.ts';
import type { StandFact } from './stand-fact.ts';

/**
 * Every statement of every cell. Those of a cell stand together, by day; later ones of a day behind earlier ones. It
 * grows in place: questions are answered without a pause, so none of them sees a change half made.
 */
export interface History {
  /** Where the statements of a cell begin, and how many there are. */
  first: Uint32Array;
  count: Uint16Array;
  facts: FactColumns;
  /** Places that a cell left when it grew. */
  left: number;
}

/** Collects statements in the order in which they were made, and sorts them by cell and day once at the end. */
export function historyBuilder(cells: number, expected = 1024) {
  const facts = factColumns(expected);
  let cellOf = new Uint32Array(expected);
  return {
    add: (fact: StandFact): void => {
      reserve(facts, 1);
      if (cellOf.length < facts.day.length) cellOf = longer(cellOf, facts.day.length);
      cellOf[facts.length] = fact.cell;
      writeFact(facts, facts.length, fact);
      facts.length += 1;
    },
    build: (): History => sorted(cells, facts, cellOf),
  };
}

function longer(column: Uint32Array, length: number): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(length);
  larger.set(column);
  return larger;
}

function sorted(cells: number, facts: FactColumns, cellOf: Uint32Array): History {
  const count = new Uint16Array(cells);
  for (let at = 0; at < facts.length; at += 1) {
    const cell = cellOf[at] ?? 0;
    count[cell] = (count[cell] ?? 0) + 1;
  }
  const first = new Uint32Array(cells);
  for (let cell = 1; cell < cells; cell += 1) first[cell] = (first[cell - 1] ?? 0) + (count[cell - 1] ?? 0);
  const history = { first, count: new Uint16Array(cells), facts: factColumns(facts.length), left: 0 };
  history.facts.length = facts.length;
  for (let at = 0; at < facts.length; at += 1) insert(history, cellOf[at] ?? 0, facts, at);
  return history;
}

/** Adds a statement to those of its cell. */
export function addFact(history: History, fact: StandFact): void {
  moveToEnd(history, fact.cell);
  const one = factColumns(1);
  writeFact(one, 0, fact);
  insert(history, fact.cell, one, 0);
  history.facts.length += 1;
  if (history.left > 10_000 && history.left * 2 > history.facts.length) compact(history);
}

/** Puts a statement where its day belongs, behind those of the same day; behind the cell there must be room. */
function insert({ first, count, facts }: History, cell: number, from: FactColumns, at: number): void {
  const begin = first[cell] ?? 0;
  const held = count[cell] ?? 0;
  const day = from.day[at] ?? 0;
  let place = begin + held;
  while (place > begin && (facts.day[place - 1] ?? 0) > day) {
    copyFact(facts, place - 1, facts, place);
    place -= 1;
  }
  copyFact(from, at, facts, place);
  count[cell] = held + 1;
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

function compact(history: History): void {
  const kept = factColumns(history.facts.length - history.left);
  for (let cell = 0; cell < history.first.length; cell += 1) {
    const begin = history.first[cell] ?? 0;
    const held = history.count[cell] ?? 0;
    for (let at = 0; at < held; at += 1) copyFact(history.facts, begin + at, kept, kept.length + at);
    history.first[cell] = kept.length;
    kept.length += held;
  }
  history.facts = kept;
  history.left = 0;
}
