/** How much a text holds, for formulas that add up over several texts. */
export interface TextMass {
  readonly woerter: number;
  readonly saetze: number;
  readonly silben: number;
}

export const emptyMass: TextMass = { woerter: 0, saetze: 0, silben: 0 };

/** Fewer words say nothing about how a text reads. */
const leastWords = 30;

/**
 * Counts words, sentences and syllables. An item of a list and a heading end a sentence as a full stop does; an address
 * counts as no word. A syllable is a run of vowels.
 */
export function massOf(text: string): TextMass {
  const plain = text.replace(/https?:\/\/\S+/g, ' ');
  const saetze = plain.split(/[.!?:;]+(?=\s|$)|\n+/).filter((part) => /\p{L}/u.test(part)).length;
  const words = plain.match(/\p{L}+/gu) ?? [];
  return { woerter: words.length, saetze, silben: words.reduce((sum, word) => sum + syllablesOf(word), 0) };
}

function syllablesOf(word: string): number {
  return Math.max(1, word.toLowerCase().match(/[aeiouyäöüàáâéèêëíìîïóòôúùû]+/g)?.length ?? 1);
}

export function addMass(a: TextMass, b: TextMass): TextMass {
  return { woerter: a.woerter + b.woerter, saetze: a.saetze + b.saetze, silben: a.silben + b.silben };
}

/**
 * How easily a text reads: the Flesch index as Amstad set it for German (1978), 180 − words per sentence − 58.5 × syllables per
 * word, between 0 (very hard) and 100 (very easy), whole. Null for less than 30 words.
 */
export function readingEase({ woerter, saetze, silben }: TextMass): number | null {
  if (woerter < leastWords) return null;
  const value = 180 - woerter / Math.max(1, saetze) - 58.5 * (silben / woerter);
  return Math.round(Math.min(100, Math.max(0, value)));
}
