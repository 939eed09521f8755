import { foldGerman } from '#kernel';

const fillWords = new Set(
  'der die das den dem des ein eine einer eines und oder für fuer von im in am an auf zu zum zur mit bei nach ich meine mein meinen will möchte wo wie kann'.split(
    ' ',
  ),
);

const endings = ['ungen', 'ung', 'en', 'em', 'er', 'es', 'e', 'n', 's'];

/** The words of a text, without punctuation. */
export function wordsOf(text: string): string[] {
  return text.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
}

/** A word's stem for search: folded, without its ending; null for words that carry no meaning. */
export function stemOf(word: string): string | null {
  const folded = foldGerman(word);
  if (fillWords.has(folded) || fillWords.has(word.toLowerCase())) return null;
  if (/\d/.test(folded)) return folded;
  const ending = endings.find((end) => folded.endsWith(end) && folded.length - end.length >= 4);
  return ending ? folded.slice(0, -ending.length) : folded;
}

/** Cuts compounds into parts that `isWord` knows: „hundesteuer“ gives „hunde“ and „steuer“, where both are words. */
export function compoundParts(word: string, isWord: (part: string) => boolean): string[] {
  const shortest = 4;
  for (let cut = shortest; cut <= word.length - shortest; cut += 1) {
    const [head, tail] = [word.slice(0, cut), word.slice(cut)];
    const stem = headForms(head).find(isWord);
    if (stem !== undefined && isWord(tail)) return [stem, tail];
  }
  return [];
}

/** A head as it stands in a compound and without its joint: „hunde“ or „hund“, „wohnungs“ or „wohnung“. */
function headForms(head: string): string[] {
  return [head, head.replace(/(?:s|e|n|en)$/, '')].filter((form) => form.length >= 3);
}
