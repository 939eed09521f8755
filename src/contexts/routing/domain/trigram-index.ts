/** Which texts hold which three letters, for finding near ones without walking over all. */
export interface TrigramIndex {
  readonly texts: readonly string[];
  readonly positions: ReadonlyMap<string, readonly number[]>;
  /** How many different trigrams each text has. */
  readonly sizes: readonly number[];
}

/** An index to add texts to. */
export interface OpenTrigrams extends TrigramIndex {
  readonly texts: string[];
  readonly positions: Map<string, number[]>;
  readonly sizes: number[];
}

export function emptyTrigrams(): OpenTrigrams {
  return { texts: [], positions: new Map(), sizes: [] };
}

/** Adds a text at the next position. */
export function addText({ texts, positions, sizes }: OpenTrigrams, text: string): void {
  const parts = trigramsOf(text);
  for (const part of parts) {
    const known = positions.get(part);
    if (known) known.push(texts.length);
    else positions.set(part, [texts.length]);
  }
  texts.push(text);
  sizes.push(parts.size);
}

const leastSimilarity = 0.25;

/** The positions of the `limit` texts that resemble `wanted` most: by shared trigrams, then by edits. */
export function nearTexts(index: TrigramIndex, wanted: string, limit: number): readonly number[] {
  const parts = trigramsOf(wanted);
  const common = new Map<number, number>();
  for (const part of parts)
    for (const position of index.positions.get(part) ?? [])
      common.set(position, (common.get(position) ?? 0) + 1);
  const candidates = [...common]
    .map(([position, count]) => ({
      position,
      score: count / (parts.size + (index.sizes[position] ?? 0) - count),
    }))
    .filter(({ score }) => score >= leastSimilarity)
    .toSorted((a, b) => b.score - a.score || a.position - b.position)
    .slice(0, limit * 6);
  return candidates
    .map(({ position, score }) => ({
      position,
      rank: score - editDistance(wanted, index.texts[position] ?? '') / Math.max(wanted.length, 1),
    }))
    .toSorted((a, b) => b.rank - a.rank || a.position - b.position)
    .slice(0, limit)
    .map(({ position }) => position);
}

function trigramsOf(text: string): ReadonlySet<string> {
  const padded = `  ${text} `;
  const parts = new Set<string>();
  for (let at = 0; at + 3 <= padded.length; at += 1) parts.add(padded.slice(at, at + 3));
  return parts;
}

/** How many letters to add, drop, change or swap with their neighbour. */
export function editDistance(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const same = a[row - 1] === b[column - 1];
      const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      current[column] = Math.min(
        (last[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (same ? 0 : 1),
        swapped ? (beforeLast[column - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY,
      );
    }
    beforeLast = last;
    last = current;
  }
  return last[b.length] ?? 0;
}
