import type { CoreIndex } from '../index/core-index.ts';

/** The sheets on which one search adds up, kept for the next: a search runs to its end before another begins. */
export interface Desk {
  /** Of each phrase: what the word at hand found in it, how much of the phrase, and for which slot it was last seen. */
  readonly found: Float32Array;
  readonly covers: Float32Array;
  readonly slot: Int32Array;
  /** Of each phrase: how much of the query it holds, how much of it the query covers. */
  readonly held: Float32Array;
  readonly covered: Float32Array;
  readonly phrases: number[];
  /** Of each group and each Leistung: the best the word at hand found, and the sum over words. */
  readonly groupWord: Float32Array;
  readonly group: Float32Array;
  readonly groups: number[];
  readonly leistungWord: Float32Array;
  readonly leistung: Float32Array;
  /** The range of local texts that spoke for the Leistung, most special first; -1 for none. */
  readonly area: Int16Array;
  readonly leistungen: number[];
  readonly seen: Uint8Array;
}

const desks = new WeakMap<CoreIndex, Desk>();

/** The clean desk of an index. */
export function deskOf(core: CoreIndex): Desk {
  const desk = desks.get(core) ?? newDesk(core);
  desks.set(core, desk);
  for (const phrase of desk.phrases) {
    desk.held[phrase] = 0;
    desk.covered[phrase] = 0;
    desk.slot[phrase] = 0;
  }
  for (const group of desk.groups) desk.group[group] = 0;
  for (const leistung of desk.leistungen) {
    desk.leistung[leistung] = 0;
    desk.area[leistung] = -1;
    desk.seen[leistung] = 0;
  }
  desk.phrases.length = 0;
  desk.groups.length = 0;
  desk.leistungen.length = 0;
  return desk;
}

function newDesk({ phrases, groups, groupOf }: CoreIndex): Desk {
  const per = (count: number) => new Float32Array(count);
  return {
    found: per(phrases.length),
    covers: per(phrases.length),
    slot: new Int32Array(phrases.length),
    held: per(phrases.length),
    covered: per(phrases.length),
    phrases: [],
    groupWord: per(groups.length),
    group: per(groups.length),
    groups: [],
    leistungWord: per(groupOf.length),
    leistung: per(groupOf.length),
    area: new Int16Array(groupOf.length).fill(-1),
    leistungen: [],
    seen: new Uint8Array(groupOf.length),
  };
}
