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
  /** Other Leistungen of the group that fit by themselves, best first. */
  readonly others: readonly number[];
}

/** Groups that fit the words, best first; 1 means that everything fits. */
export function rankGroups(index: FinderIndex, desk: Desk, words: readonly QueryWord[]): Ranked[] {
  const all = words.reduce((sum, { rarity }) => sum + rarity, 0) || 1;
  const own = bestPhrases(index, desk);
  const found = new Map<number, Found>();
  const leads = new Map<number, Found[]>();
  const { phrase: share, second } = index.weights;
  const scoreOf = (sum: number, fit: Best) =>
    ((1 - share) * sum + share * (fit.value + second * fit.second)) / all;
  for (const group of desk.groups) {
    const fit = own.groups.get(group) ?? none;
    const score = scoreOf(desk.group[group] ?? 0, fit);
    found.set(group, {
      group,
      leistung: -1,
      score,
      phrase: fit.phrase,
      lead: fit.value * leastLead,
      others: [],
    });
  }
  for (const leistung of desk.leistungen) {
    const group = index.core.groupOf[leistung] ?? 0;
    const fit = own.leistungen.get(leistung) ?? none;
    const both = together(fit, own.groups.get(group) ?? none);
    const beyond = desk.leistung[leistung] ?? 0;
    const score = scoreOf((desk.group[group] ?? 0) + beyond, both);
    const one = { group, leistung, score, phrase: both.phrase, lead: fit.value + beyond, others: [] };
    found.set(group, better(found.get(group), one));
    if (one.lead > 0) addTo(leads, group, one);
  }
  const ranked = [...found.values()].map((one) => ({ ...one, others: othersOf(one, leads.get(one.group)) }));
  return ranked.sort((a, b) => b.score - a.score || a.group - b.group);
}

/** A group while its Leistungen are compared. */
interface Found extends Ranked {
  /** How well the Leistung itself fits, apart from its group. */
  readonly lead: number;
}

/** How much of its group's fit a Leistung must have of its own to stand for the group. */
const leastLead = 0.05;

const mostOthers = 8;

function addTo(leads: Map<number, Found[]>, group: number, one: Found): void {
  const same = leads.get(group);
  if (same) same.push(one);
  else leads.set(group, [one]);
}

function othersOf({ leistung }: Found, leads: readonly Found[] = []): readonly number[] {
  return leads
    .filter((one) => one.leistung !== leistung)
    .toSorted((a, b) => b.lead - a.lead || a.leistung - b.leistung)
    .slice(0, mostOthers)
    .map((one) => one.leistung);
}

/** The score is the better one; the Leistung that stands for the group is the one that fits better itself. */
function better(before: Found | undefined, one: Found): Found {
  if (before === undefined) return one;
  const higher = one.score > before.score ? one : before;
  const leading = one.lead > before.lead ? one : before;
  return { ...higher, leistung: leading.leistung, lead: leading.lead };
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
