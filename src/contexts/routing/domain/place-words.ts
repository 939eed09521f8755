import { foldGerman } from '#kernel';

/** Words that stand between the parts of a name and are written in many ways or not at all. */
const fillers = new Set(
  'a d i v b u am an auf bei beim bzw das dem den der des die im in ob of og und unter vor vom von zu zum zur'.split(
    ' ',
  ),
);

/** Titles that people put before or after a name. */
const titles = new Set(
  'stadt gemeinde markt flecken hansestadt kreisstadt landeshauptstadt bundesstadt kreisfreie kurort'.split(
    ' ',
  ),
);

/** A name in comparable words: „St. Augustin“ and „Sankt-Augustin“ become `['sankt', 'augustin']`. */
export function placeWords(text: string): readonly string[] {
  return foldGerman(text)
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '')
    .map((word) => (word === 'st' ? 'sankt' : word));
}

/** The words of a name that carry it: „Frankfurt am Main“ becomes `['frankfurt', 'main']`. */
export function coreWords(words: readonly string[]): readonly string[] {
  const core = words.filter((word) => !fillers.has(word));
  return core.length > 0 ? core : words;
}

/** Whether a word only joins the parts of names. */
export function isFiller(word: string): boolean {
  return fillers.has(word);
}

/** The words without titles at either end: „Stadt Lemgo“, „Lemgo, Stadt“. */
export function withoutTitles(words: readonly string[]): readonly string[] {
  const first = words.findIndex((word) => !titles.has(word));
  if (first < 0) return words;
  const last = words.findLastIndex((word) => !titles.has(word));
  return words.slice(first, last + 1);
}

/** The words behind a title in the middle: „Alte Hansestadt Lemgo“ becomes `['lemgo']`. */
export function behindTitle(words: readonly string[]): readonly string[] {
  return words.slice(words.findLastIndex((word) => titles.has(word)) + 1);
}
