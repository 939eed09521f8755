import type { ListFilter } from './definition.ts';

/** What every row holds for one filter. Rows with the same values share one set, so that a query counts sets. */
export interface FilterColumn {
  readonly sets: readonly (readonly string[])[];
  /** For each row the number of its set. */
  readonly setOf: Uint32Array;
}

/** One filter of one query. */
export interface FilterTest {
  readonly passes: (position: number) => boolean;
  readonly count: (position: number) => void;
  /** For each value how many rows were counted. */
  readonly counts: () => ReadonlyMap<string, number>;
}

export function filterColumn<Row>(filter: ListFilter<Row>, rows: readonly Row[]): FilterColumn {
  const sets: (readonly string[])[] = [];
  const single = new Map<string, number>();
  const further = new Map<string, number>();
  const setOf = new Uint32Array(rows.length);
  // Thousands of rows, several filters: nothing is made for a row whose values are known.
  rows.forEach((row, position) => {
    const value = filter.values(row);
    const known = typeof value === 'string' ? single : further;
    const name = nameOf(value);
    let set = known.get(name);
    if (set === undefined) {
      set = sets.push(typeof value === 'string' ? [value] : (value ?? [])) - 1;
      known.set(name, set);
    }
    setOf[position] = set;
  });
  return { sets, setOf };
}

function nameOf(value: string | readonly string[] | null): string {
  if (typeof value === 'string') return value;
  return value === null || value.length === 0 ? '' : JSON.stringify(value);
}

/** Tests rows against the chosen values; where nothing was chosen every row passes. */
export function filterTest({ sets, setOf }: FilterColumn, chosen: readonly string[]): FilterTest {
  const passing = sets.map((set) => chosen.length === 0 || set.some((value) => chosen.includes(value)));
  const counted = new Uint32Array(sets.length);
  return {
    passes: (position) => passing[setOf[position] ?? 0] === true,
    count: (position) => {
      const set = setOf[position] ?? 0;
      counted[set] = (counted[set] ?? 0) + 1;
    },
    counts: () => {
      const counts = new Map<string, number>();
      for (const [number, set] of sets.entries()) {
        for (const value of set) counts.set(value, (counts.get(value) ?? 0) + (counted[number] ?? 0));
      }
      return counts;
    },
  };
}
