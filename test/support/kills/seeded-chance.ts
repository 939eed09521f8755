/** Numbers that follow from a seed: the same seed gives the same sequence. */
export interface Chance {
  /** A whole number from 0 to below `end`. */
  readonly below: (end: number) => number;
  readonly shuffled: <T>(list: readonly T[]) => readonly T[];
}

/** A linear congruence, which is enough to spread kills. */
export function chanceOf(seed: number): Chance {
  let state = seed >>> 0;
  const below = (end: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * end);
  };
  const shuffled = <T>(list: readonly T[]): readonly T[] =>
    list
      .map((value) => ({ value, place: below(2 ** 31) }))
      .sort((a, b) => a.place - b.place)
      .map(({ value }) => value);
  return { below, shuffled };
}
