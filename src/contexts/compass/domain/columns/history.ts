import { copyFact, type FactColumns, factColumns, reserve, writeFact } from './facts.ts';
import type { StandFact } from './stand-fact.ts';
import { withRoom } from './with-room.ts';

/**
 * The statements of every cell that count on some day, together and by day: one that was made later counts from its day on,
 * whatever had been said before of that day and those after it. It grows in place: questions are answered without a pause,
 * so none of them sees a change half made.
 */
export interface History {
  /** Most cells are never used: those that are have a slot each, from 1; 0 is the slot of all others. */
  readonly slotOf: Uint32Array;
  /** How many slots there are, the one of unused cells among them. */
  slots: number;
  /** Where the statements of a slot begin, and how many there are. */
  first: Uint32Array;
  count: Uint16Array;
  facts: FactColumns;
  /** Places that a cell left when it grew. */
  left: number;
}

/** A history in which nobody has said anything, with room for `expected` statements. */
export function emptyHistory(cells: number, expected = 1024): History {
  return {
    slotOf: new Uint32Array(cells),
    slots: 1,
    first: new Uint32Array(64),
    count: new Uint16Array(64),
    facts: factColumns(expected),
    left: 0,
  };
}

/** The slot of a cell; it gets one with its first statement. */
function slotFor(history: History, cell: number): number {
  const known = history.slotOf[cell] ?? 0;
  if (known > 0) return known;
  const slot = history.slots;
  history.first = withRoom(history.first, slot);
  history.count = withRoom(history.count, slot);
  history.slotOf[cell] = slot;
  history.slots = slot + 1;
  return slot;
}

/** Adds a statement to those of its cell. Cheapest where those of a cell come one after the other. */
export function addFact(history: History, fact: StandFact): void {
  const slot = slotFor(history, fact.cell);
  moveToEnd(history, slot);
  const { first, count, facts } = history;
  const begin = first[slot] ?? 0;
  const held = count[slot] ?? 0;
  let place = begin + held;
  // What was said last counts from its day on, so earlier ones of that day or a later one count nowhere any more.
  while (place > begin && (facts.day[place - 1] ?? 0) >= fact.day) place -= 1;
  writeFact(facts, place, fact);
  count[slot] = place + 1 - begin;
  facts.length = place + 1;
}

/** Moves the statements of a slot to the end, where one more has room. */
function moveToEnd(history: History, slot: number): void {
  const { first, count, facts } = history;
  const begin = first[slot] ?? 0;
  const held = count[slot] ?? 0;
  reserve(facts, held + 1);
  if (held > 0 && begin + held === facts.length) return;
  const target = facts.length;
  for (let at = 0; at < held; at += 1) copyFact(facts, begin + at, facts, target + at);
  first[slot] = target;
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
  for (let slot = 1; slot < history.slots; slot += 1) {
    const begin = history.first[slot] ?? 0;
    const held = history.count[slot] ?? 0;
    for (let at = 0; at < held; at += 1) copyFact(history.facts, begin + at, kept, kept.length + at);
    first[slot] = kept.length;
    kept.length += held;
    if (slot % slotsOfAStep === 0) yield;
  }
  Object.assign(history, { facts: kept, first, left: 0 });
}

/** Slots that are worked on between two looks at the clock. */
export const slotsOfAStep = 16_384;
