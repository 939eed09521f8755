/** The first place in a sorted list whose text is not before `wanted`. */
export function firstAt(sorted: readonly string[], wanted: string): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? '') < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The first row of `places` from `low` to `high` that is not before `wanted`. */
export function firstPlace(places: Uint32Array, wanted: number, low: number, high: number): number {
  let [from, to] = [low, high];
  while (from < to) {
    const middle = (from + to) >>> 1;
    if ((places[middle] ?? 0) < wanted) from = middle + 1;
    else to = middle;
  }
  return from;
}
