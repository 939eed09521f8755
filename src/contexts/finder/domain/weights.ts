import type { PhraseKind } from './index/phrase.ts';

/** Every number that ranking depends on, in one place; tuned on the seen half of the relevance suite alone. */
export interface Weights {
  readonly kinds: Readonly<Record<PhraseKind, number>>;
  /** How much of a phrase's fit counts although the query covers the phrase only in part. */
  readonly partial: number;
  /** How steeply a phrase counts less that is covered only in part. */
  readonly steep: number;
  /** Share of the best phrase against the words taken together. */
  readonly phrase: number;
  /** What the second best phrase adds to the best. */
  readonly second: number;
  /** How much a word counts for the OZG-Leistung that stands in the names of its Leistungen only. */
  readonly children: number;
  /** A relative of the word, a part of a compound, a misspelt word. */
  readonly root: number;
  readonly synonym: number;
  readonly part: number;
  readonly typo: number;
  readonly prefix: number;
  readonly local: number;
  /** Exponent over the rarity of words. */
  readonly rarity: number;
}

export const standardWeights: Weights = {
  kinds: {
    ozg: 1.1,
    name: 0.95,
    alltag: 1,
    kurz: 0.95,
    regional: 0.95,
    lage: 1,
    fremd: 1,
    umfeld: 0.25,
    recht: 0.4,
  },
  partial: 0.15,
  steep: 0.7,
  phrase: 0.5,
  second: 0.35,
  children: 0.6,
  root: 0.75,
  synonym: 0.5,
  part: 0.85,
  typo: 0.8,
  prefix: 0.5,
  local: 0.6,
  rarity: 0.8,
};
