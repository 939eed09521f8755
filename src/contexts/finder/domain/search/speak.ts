import type { Postings } from '../index/postings.ts';
import type { Desk } from './desk.ts';

/** The groups and Leistungen for which the word at hand spoke. */
export interface Touched {
  readonly groups: Set<number>;
  readonly leistungen: Set<number>;
}

/** Keeps the best that the word at hand found for a group. */
export function speakForGroup(desk: Desk, group: number, value: number, { groups }: Touched): void {
  groups.add(group);
  if (value > (desk.groupWord[group] ?? 0)) desk.groupWord[group] = value;
}

/** The same for a Leistung. */
export function speakForLeistung(desk: Desk, leistung: number, value: number, { leistungen }: Touched): void {
  leistungen.add(leistung);
  if (value > (desk.leistungWord[leistung] ?? 0)) desk.leistungWord[leistung] = value;
}

/** The rows of a word in a list; none for words that came later than the list. */
export function rowsOf({ start }: Postings, stem: number): readonly [number, number] {
  return stem + 1 < start.length ? [start[stem] ?? 0, start[stem + 1] ?? 0] : [0, 0];
}
