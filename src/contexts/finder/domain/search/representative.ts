import type { FinderIndex } from '../finder-index.ts';

/** The Leistung that stands for a group when none of it fits better than another. */
export function representativeOf({ members }: FinderIndex, group: number): number {
  return members[group]?.[0] ?? -1;
}
