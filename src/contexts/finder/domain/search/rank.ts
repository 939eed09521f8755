import type { FinderIndex } from '../finder-index.ts';
import type { Desk } from './desk.ts';
import type { QueryWord } from './query-words.ts';

/** One OZG-Leistung that fits, with the Leistung of it that fits best. */
export interface Ranked {
  readonly group: number;
  /** -1 where the group fits as a whole and no Leistung of it better than another. */
  readonly leistung: number;
  readonly score: number;
  /** The phrase that fits best; -1 where only local texts speak for it. */
  readonly phrase: number;
}

/** Groups that fit the words, best first; 1 means that everything fits. */
export function rankGroups(index: FinderIndex, desk: Desk, words: readonly QueryWord[]): Ranked[] {
  const all = words.reduce((sum, { rarity }) => sum + rarity, 0) || 1;
  const own = bestPhrases(index, desk);
  const best = new Map<number, Ranked>();
  const { phrase: share, second } = index.weights;
  for (const group of desk.groups) {
    const fit = own.groups.get(group) ?? none;
    const score = ((1 - share) * (desk.group[group] ?? 0) + share * (fit.value + second * fit.second)) / all;
    best.set(group, { group, leistung: -1, score, phrase: fit.phrase });
  }
  for (const leistung of desk.leistungen) {
    const group = index.core.groupOf[leistung] ?? 0;
    const fit = together(own.leistungen.get(leistung) ?? none, own.groups.get(group) ?? none);
    const sum = (desk.group[group] ?? 0) + (desk.leistung[leistung] ?? 0);
    const score = ((1 - share) * sum + share * (fit.value + second * fit.second)) / all;
    const before = best.get(group);
    if (before === undefined || score > before.score || (score === before.score && before.leistung < 0)) {
      best.set(group, { group, leistung, score, phrase: fit.phrase });
    }
  }
  return [...best.values()].sort((a, b) => b.score - a.score || a.group - b.group);
}

interface Best {
  readonly value: number;
  readonly phrase: number;
  readonly second: number;
}

const none: Best = { value: 0, phrase: -1, second: 0 };

/** The best phrase of a Leistung and its group; what else fits adds a little. */
function together(a: Best, b: Best): Best {
  const [first, other] = a.value > b.value ? [a, b] : [b, a];
  return { value: first.value, phrase: first.phrase, second: Math.max(first.second, other.value) };
}

/** How well the best phrase of each group and Leistung fits, with something for the second best. */
function bestPhrases({ core, weights }: FinderIndex, desk: Desk) {
  const groups = new Map<number, Best>();
  const leistungen = new Map<number, Best>();
  for (const phrase of desk.phrases) {
    const covered = Math.min(1, desk.covered[phrase] ?? 0);
    const whole = weights.partial + (1 - weights.partial) * covered ** weights.steep;
    const value = (desk.held[phrase] ?? 0) * whole * (core.phraseWeight[phrase] ?? 0);
    const leistung = core.phraseLeistung[phrase] ?? -1;
    if (leistung >= 0) keep(leistungen, leistung, value, phrase);
    else keep(groups, core.phraseGroup[phrase] ?? 0, value, phrase);
  }
  return { groups, leistungen };
}

function keep(fits: Map<number, Best>, key: number, value: number, phrase: number): void {
  const held = fits.get(key);
  if (held === undefined) fits.set(key, { value, phrase, second: 0 });
  else if (value > held.value) fits.set(key, { value, phrase, second: held.value });
  else if (value > held.second) fits.set(key, { ...held, second: value });
}
