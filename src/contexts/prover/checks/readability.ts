/** How hard a text is to read. */
export interface Readability {
  readonly lix: number;
  readonly words: number;
  readonly longestSentence: number;
}

/**
 * Limits of LIX (Björnsson 1968: words per sentence plus the share of words with more than six letters, in percent). Up to 40
 * is easy, up to 50 ordinary, up to 60 hard, above it is the language of experts. Texts for citizens stay below 60; texts of
 * fewer than 20 words are judged by their longest sentence alone, because a share of few words says nothing.
 */
export const readingLimits = { lix: 60, wordsForLix: 20, longestSentence: 30 } as const;

const ends =
  /(?<!\b(?:Abs|Nr|Art|bzw|ca|ggf|usw|z|d|u|o|S|Dr|Prof|St|Str|Tel|Mio|max|min|inkl|evtl|vgl)\.?)(?<!\d)[.!?:](?=\s|$)|\n+|;/u;

/** Reads a text as its readers do: what stands in braces is one word. */
export function readability(text: string): Readability {
  const plain = text.replaceAll(/\{\{|\}\}/g, '').replaceAll(/\{[^{}]*\}/g, 'Wert');
  const sentences = plain
    .split(ends)
    .map((sentence) => wordsOf(sentence))
    .filter((words) => words.length > 0);
  const words = sentences.flat();
  if (words.length === 0) return { lix: 0, words: 0, longestSentence: 0 };
  const long = words.filter((word) => word.length > 6).length;
  return {
    lix: Math.round(words.length / sentences.length + (100 * long) / words.length),
    words: words.length,
    longestSentence: Math.max(...sentences.map((sentence) => sentence.length)),
  };
}

function wordsOf(text: string): readonly string[] {
  return text.match(/[\p{L}\p{N}][\p{L}\p{N}§%€-]*/gu) ?? [];
}

/** Whether a text is too hard for citizens, and why. */
export function tooHard(text: string): string | null {
  const { lix, words, longestSentence } = readability(text);
  if (longestSentence > readingLimits.longestSentence)
    return `Ein Satz hat ${longestSentence} Wörter (höchstens ${readingLimits.longestSentence}).`;
  if (words >= readingLimits.wordsForLix && lix > readingLimits.lix)
    return `Der Lesbarkeitsindex LIX ist ${lix} (höchstens ${readingLimits.lix}).`;
  return null;
}
