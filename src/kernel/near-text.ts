/**
 * Lower case, umlauts written out (however they are composed), accents dropped: „Führerschein“ and „FUEHRERSCHEIN“
 * become one.
 */
export function foldGerman(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replaceAll('ä', 'ae')
    .replaceAll('ö', 'oe')
    .replaceAll('ü', 'ue')
    .replaceAll('ß', 'ss')
    .normalize('NFD')
    .replace(/\p{M}/gu, '');
}

/** The `limit` candidates whose text resembles `wanted` most (trigrams, Jaccard from 0.2 up), best first. */
export function nearest<T>(
  wanted: string,
  candidates: readonly T[],
  textOf: (candidate: T) => string,
  limit: number,
): T[] {
  const trigrams = trigramsOf(wanted);
  return candidates
    .map((candidate) => ({ candidate, score: similarity(trigrams, trigramsOf(textOf(candidate))) }))
    .filter(({ score }) => score >= 0.2)
    .toSorted((a, b) => b.score - a.score)
    .slice(0, limit)
    .map(({ candidate }) => candidate);
}

function trigramsOf(text: string): ReadonlySet<string> {
  const padded = `  ${foldGerman(text)} `;
  const parts = new Set<string>();
  for (let i = 0; i + 3 <= padded.length; i += 1) parts.add(padded.slice(i, i + 3));
  return parts;
}

function similarity(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let common = 0;
  for (const part of a) if (b.has(part)) common += 1;
  return common / (a.size + b.size - common);
}
