import { foldGerman } from '#kernel';

/** How alike two names are, from 0 to 1, by the trigrams that they share (Jaccard). */
export type NameSimilarity = (a: string, b: string) => number;

/** Takes each name apart once. */
export function nameSimilarity(): NameSimilarity {
  const known = new Map<string, ReadonlySet<string>>();
  const trigrams = (name: string) => {
    const held = known.get(name);
    if (held) return held;
    const made = trigramsOf(name);
    known.set(name, made);
    return made;
  };
  return (a, b) => {
    const [left, right] = [trigrams(a), trigrams(b)];
    let common = 0;
    for (const part of left) if (right.has(part)) common += 1;
    return common / (left.size + right.size - common || 1);
  };
}

/** A name as it is compared: case, umlauts, accents and blanks do not count. */
export function foldedName(name: string): string {
  return foldGerman(name)
    .replaceAll(/[^a-z0-9]+/g, ' ')
    .trim();
}

function trigramsOf(name: string): ReadonlySet<string> {
  const padded = `  ${foldedName(name)} `;
  const parts = new Set<string>();
  for (let at = 0; at + 3 <= padded.length; at += 1) parts.add(padded.slice(at, at + 3));
  return parts;
}
