import type { FinderLeistung } from './finder-input.ts';
import type { CoreIndex } from './index/core-index.ts';
import type { LocalIndex } from './index/local-index.ts';
import type { SuggestIndex } from './index/suggest-index.ts';
import type { FindNear } from './index/typos.ts';
import type { Weights } from './weights.ts';

/** Everything a search reads: immutable, and exchanged as a whole. */
export interface FinderIndex {
  readonly core: CoreIndex;
  readonly local: LocalIndex;
  readonly near: FindNear;
  readonly sortedStems: readonly string[];
  readonly suggestions: SuggestIndex;
  readonly leistungen: readonly FinderLeistung[];
  /** The places of the Leistungen of each group; the one that stands for all comes first. */
  readonly members: readonly (readonly number[])[];
  /** The place of each Leistung by LeiKa key, its number (L…), both folded. */
  readonly keys: ReadonlyMap<string, number>;
  readonly weights: Weights;
}
