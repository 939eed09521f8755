import type { History } from './history.ts';
import { keineAngabe, unknown } from './stand-fact.ts';

/** What was said of every cell on a day. */
export interface StandOn {
  readonly day: number;
  readonly zustand: Uint8Array;
  readonly reifegrad11: Int8Array;
  readonly reifegrad20: Int8Array;
  readonly fallzahl: Int32Array;
  readonly loesung: Uint16Array;
  /** The day of the statement that counts; 0 where there is none. */
  readonly since: Uint16Array;
}

/** The statement of a cell that counts on a day, as its place in the history; -1 where there is none. */
export function placeOn({ first, count, facts }: History, cell: number, day: number): number {
  const begin = first[cell] ?? 0;
  for (let place = begin + (count[cell] ?? 0) - 1; place >= begin; place -= 1) {
    if ((facts.day[place] ?? 0) <= day) return place;
  }
  return -1;
}

/** The Stand of all cells on a day. */
export function standOn(history: History, day: number): StandOn {
  const cells = history.first.length;
  const stand: StandOn = {
    day,
    zustand: new Uint8Array(cells).fill(keineAngabe),
    reifegrad11: new Int8Array(cells).fill(unknown),
    reifegrad20: new Int8Array(cells).fill(unknown),
    fallzahl: new Int32Array(cells).fill(unknown),
    loesung: new Uint16Array(cells),
    since: new Uint16Array(cells),
  };
  for (let cell = 0; cell < cells; cell += 1) takeOver(history, stand, cell);
  return stand;
}

/** Brings one cell of a Stand to what the history says of its day. */
export function takeOver(history: History, stand: StandOn, cell: number): void {
  const place = placeOn(history, cell, stand.day);
  if (place < 0) return;
  const { facts } = history;
  stand.zustand[cell] = facts.zustand[place] ?? keineAngabe;
  stand.reifegrad11[cell] = facts.reifegrad11[place] ?? unknown;
  stand.reifegrad20[cell] = facts.reifegrad20[place] ?? unknown;
  stand.fallzahl[cell] = facts.fallzahl[place] ?? unknown;
  stand.loesung[cell] = facts.loesung[place] ?? 0;
  stand.since[cell] = facts.day[place] ?? 0;
}
