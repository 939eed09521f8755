import { foldGerman } from '#kernel';

/** How alike two names are, from 0 to 1, by the trigrams that they share (Jaccard). */
export type NameSimilarity = (a: string, b: string) => number;

/** Takes each name apart once. */
export function nameSimilarity(): NameSimilarity {
  const known = new Map<string, Uint16Array>();
  const trigrams = (name: string) => {
    const held = known.get(name);
    if (held) return held;
    const made = trigramsOf(name);
    known.set(name, made);
    return made;
  };
  return (a, b) => {
    const [left, right] = [trigrams(a), trigrams(b)];
    const common = commonIn(left, right);
    return common / (left.length + right.length - common || 1);
  };
}

/** A name as it is compared: case, umlauts, accents and blanks do not count. */
export function foldedName(name: string): string {
  return foldGerman(name)
    .replaceAll(/[^a-z0-9]+/g, ' ')
    .trim();
}

/** How many numbers two rising lists share. */
function commonIn(left: Uint16Array, right: Uint16Array): number {
  let [common, at, other] = [0, 0, 0];
  while (at < left.length && other < right.length) {
    const difference = (left[at] ?? 0) - (right[other] ?? 0);
    if (difference === 0) common += 1;
    if (difference <= 0) at += 1;
    if (difference >= 0) other += 1;
  }
  return common;
}

/** The trigrams of a name as rising numbers: blank, letters and digits make 37 signs, so each fits into 16 bits. */
function trigramsOf(name: string): Uint16Array {
  const padded = `  ${foldedName(name)} `;
  const codes = new Uint16Array(padded.length - 2);
  for (let at = 0; at < codes.length; at += 1)
    codes[at] = (signAt(padded, at) * 37 + signAt(padded, at + 1)) * 37 + signAt(padded, at + 2);
  return withoutDoubles(codes.sort());
}

function signAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  if (code === 32) return 0;
  return code >= 97 ? code - 96 : code - 21;
}

function withoutDoubles(rising: Uint16Array): Uint16Array {
  let length = 0;
  for (const [at, code] of rising.entries()) {
    if (at > 0 && code === rising[at - 1]) continue;
    rising[length] = code;
    length += 1;
  }
  return rising.slice(0, length);
}
