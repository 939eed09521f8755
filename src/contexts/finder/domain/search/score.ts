import type { FinderIndex } from '../finder-index.ts';
import { fullStrength } from '../index/postings.ts';
import { type Desk, deskOf } from './desk.ts';
import type { Meaning, QueryWord } from './query-words.ts';
import { addLocal } from './score-local.ts';
import { rowsOf, speakForGroup, speakForLeistung, type Touched } from './speak.ts';

/** Adds up what the words find, phrase by phrase, group by group; `kette` limits local texts to its areas. */
export function addUp(
  index: FinderIndex,
  words: readonly QueryWord[],
  kette: readonly string[] | null,
): Desk {
  const desk = deskOf(index.core);
  let slot = 0;
  for (const word of words) {
    const seen: number[] = [];
    for (const { share, meanings } of word.parts) {
      slot += 1;
      for (const meaning of meanings) addPart(index, desk, meaning, share, slot, seen);
    }
    slot += 1;
    for (const meaning of word.whole) addWhole(index, desk, meaning, slot, seen);
    const touched = { groups: new Set<number>(), leistungen: new Set<number>() };
    settlePhrases(index, desk, word, seen, touched);
    addLocal(index, desk, word, kette, touched);
    settleGroups(index, desk, word, touched);
  }
  return desk;
}

/** Looks a meaning up: each phrase is counted once for a slot, by the strongest meaning, which comes first. */
function eachPhrase(
  { core: { postings, share } }: FinderIndex,
  desk: Desk,
  { stem, strength }: Meaning,
  slot: number,
  count: (phrase: number, fit: number, covers: number) => void,
): void {
  const [from, to] = rowsOf(postings, stem);
  for (let row = from; row < to; row += 1) {
    const phrase = postings.place[row] ?? 0;
    if (desk.slot[phrase] === slot) continue;
    desk.slot[phrase] = slot;
    const fit = (strength * (postings.strength[row] ?? 0)) / fullStrength;
    count(phrase, fit, strength * (share[row] ?? 0));
  }
}

/** Parts of a compound add up in a phrase. */
function addPart(
  index: FinderIndex,
  desk: Desk,
  meaning: Meaning,
  share: number,
  slot: number,
  seen: number[],
): void {
  eachPhrase(index, desk, meaning, slot, (phrase, fit, covers) => {
    if (desk.found[phrase] === 0) seen.push(phrase);
    desk.found[phrase] = (desk.found[phrase] ?? 0) + fit * share;
    desk.covers[phrase] = (desk.covers[phrase] ?? 0) + covers;
  });
}

/** The whole word counts where it fits better than its parts do. */
function addWhole(index: FinderIndex, desk: Desk, meaning: Meaning, slot: number, seen: number[]): void {
  eachPhrase(index, desk, meaning, slot, (phrase, fit, covers) => {
    if (desk.found[phrase] === 0) seen.push(phrase);
    desk.found[phrase] = Math.max(fit, desk.found[phrase] ?? 0);
    desk.covers[phrase] = Math.max(covers, desk.covers[phrase] ?? 0);
  });
}

/** Hands what the word found in phrases on to their groups and Leistungen. */
function settlePhrases(
  { core, weights }: FinderIndex,
  desk: Desk,
  { rarity }: QueryWord,
  seen: readonly number[],
  touched: Touched,
): void {
  for (const phrase of seen) {
    const found = desk.found[phrase] ?? 0;
    if (desk.held[phrase] === 0) desk.phrases.push(phrase);
    desk.held[phrase] = (desk.held[phrase] ?? 0) + rarity * found;
    desk.covered[phrase] = (desk.covered[phrase] ?? 0) + (desk.covers[phrase] ?? 0);
    desk.found[phrase] = 0;
    desk.covers[phrase] = 0;
    const value = found * (core.phraseWeight[phrase] ?? 0);
    const leistung = core.phraseLeistung[phrase] ?? -1;
    if (leistung >= 0) speakForLeistung(desk, leistung, value, touched);
    speakForGroup(
      desk,
      core.phraseGroup[phrase] ?? 0,
      leistung < 0 ? value : value * weights.children,
      touched,
    );
  }
}

/** Ends a word: each group gets its best find, each Leistung what it found beyond its group. */
function settleGroups(
  { core }: FinderIndex,
  desk: Desk,
  { rarity }: QueryWord,
  { groups, leistungen }: Touched,
): void {
  for (const leistung of leistungen) {
    const beyond = (desk.leistungWord[leistung] ?? 0) - (desk.groupWord[core.groupOf[leistung] ?? 0] ?? 0);
    desk.leistungWord[leistung] = 0;
    if (desk.seen[leistung] === 0) desk.leistungen.push(leistung);
    desk.seen[leistung] = 1;
    if (beyond > 0) desk.leistung[leistung] = (desk.leistung[leistung] ?? 0) + rarity * beyond;
  }
  for (const group of groups) {
    if (desk.group[group] === 0) desk.groups.push(group);
    desk.group[group] = (desk.group[group] ?? 0) + rarity * (desk.groupWord[group] ?? 0);
    desk.groupWord[group] = 0;
  }
}
