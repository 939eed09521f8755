import { type History, slotsOfAStep } from './history.ts';
import { keineAngabe, unknown } from './stand-fact.ts';
import { withRoom } from './with-room.ts';

/** What was said of every cell on a day, by slot; slot 0 says nothing. Its columns grow with the slots. */
export interface StandOn {
  readonly day: number;
  readonly slotOf: Uint32Array;
  zustand: Uint8Array;
  reifegrad11: Int8Array;
  reifegrad20: Int8Array;
  fallzahl: Int32Array;
}

/** The statement of a cell that counts on a day, as its place in the history; -1 where there is none. */
export function placeOn(history: History, cell: number, day: number): number {
  return placeIn(history, history.slotOf[cell] ?? 0, day);
}

function placeIn({ first, count, facts }: History, slot: number, day: number): number {
  const begin = first[slot] ?? 0;
  for (let place = begin + (count[slot] ?? 0) - 1; place >= begin; place -= 1) {
    if ((facts.day[place] ?? 0) <= day) return place;
  }
  return -1;
}

/** The Stand of a day before anything is brought in. */
export function emptyStand({ slotOf, slots }: History, day: number): StandOn {
  return {
    day,
    slotOf,
    zustand: new Uint8Array(slots).fill(keineAngabe),
    reifegrad11: new Int8Array(slots).fill(unknown),
    reifegrad20: new Int8Array(slots).fill(unknown),
    fallzahl: new Int32Array(slots).fill(unknown),
  };
}

/** Brings in all slots that there are, in steps between which others may go on. */
export function* fillSteps(history: History, stand: StandOn): Generator<void, void> {
  for (let slot = 1; slot < history.slots; slot += 1) {
    takeOverSlot(history, stand, slot);
    if (slot % slotsOfAStep === 0) yield;
  }
}

/** The Stand of all cells on a day. */
export function standOn(history: History, day: number): StandOn {
  const stand = emptyStand(history, day);
  for (const _ of fillSteps(history, stand));
  return stand;
}

/** Brings one cell of a Stand to what the history says of its day. */
export function takeOver(history: History, stand: StandOn, cell: number): void {
  takeOverSlot(history, stand, history.slotOf[cell] ?? 0);
}

function takeOverSlot(history: History, stand: StandOn, slot: number): void {
  makeRoom(stand, slot);
  const place = placeIn(history, slot, stand.day);
  if (place < 0) return;
  const { facts } = history;
  stand.zustand[slot] = facts.zustand[place] ?? keineAngabe;
  stand.reifegrad11[slot] = facts.reifegrad11[place] ?? unknown;
  stand.reifegrad20[slot] = facts.reifegrad20[place] ?? unknown;
  stand.fallzahl[slot] = facts.fallzahl[place] ?? unknown;
}

function makeRoom(stand: StandOn, slot: number): void {
  stand.zustand = withRoom(stand.zustand, slot, keineAngabe);
  stand.reifegrad11 = withRoom(stand.reifegrad11, slot, unknown);
  stand.reifegrad20 = withRoom(stand.reifegrad20, slot, unknown);
  stand.fallzahl = withRoom(stand.fallzahl, slot, unknown);
}

/** What was said of one cell. */
export interface Gesagt {
  readonly zustand: number;
  readonly reifegrad11: number;
  readonly reifegrad20: number;
  readonly fallzahl: number;
}

/** What a Stand says of a cell; questions over many cells read the columns by slot. */
export function gesagtVon(stand: StandOn, cell: number): Gesagt {
  const slot = stand.slotOf[cell] ?? 0;
  return {
    zustand: stand.zustand[slot] ?? keineAngabe,
    reifegrad11: stand.reifegrad11[slot] ?? unknown,
    reifegrad20: stand.reifegrad20[slot] ?? unknown,
    fallzahl: stand.fallzahl[slot] ?? unknown,
  };
}
