import { rowsByName, rowsOfWholeName } from './find-by-name.ts';
import type { PlaceAnswer, PlaceRow } from './place.ts';
import type { PlaceIndex } from './place-index.ts';
import { coreWords, isFiller, placeWords } from './place-words.ts';
import { answerOfRows, placesOf } from './places-of.ts';

/** The words of a search that are left once the place is taken out, and the place. */
export interface LineWithPlace {
  readonly rest: string;
  readonly answer: PlaceAnswer;
}

interface Run {
  readonly from: number;
  readonly to: number;
  readonly rows: readonly PlaceRow[];
}

const prepositions = new Set(['in', 'bei', 'fuer', 'aus', 'nach', 'stadt', 'gemeinde', 'ort', 'plz']);
const longestName = 5;
/** Cities that everybody means when they name them, although the catalogue has the word too. */
const largeCity = 300_000;

/**
 * Finds the place in a line of words, „hund anmelden lemgo“, and what is left without it. A name that is an everyday word
 * too counts only after „in“, „bei“, „für“, or as last word with others before it; one that the catalogue uses as a word,
 * only after them. `null` where no place is named.
 */
export function placeInLine(index: PlaceIndex, line: string): LineWithPlace | null {
  const given = line
    .slice(0, 500)
    .split(/[\s,;?!]+/)
    .filter((word) => word !== '');
  const byPlz = given.findIndex((word) => index.byPlz.has(word));
  if (byPlz >= 0) return ofPlz(index, given, byPlz);
  const run = afterPreposition(index, given) ?? atEnd(index, given) ?? atStart(index, given);
  if (run === null) return null;
  return { rest: without(given, run.from, run.to), answer: answerOfRows(index, run.rows) };
}

/** „32657 Lemgo“: the name behind the Postleitzahl belongs to it. */
function ofPlz(index: PlaceIndex, given: readonly string[], at: number): LineWithPlace {
  const plz = given[at] ?? '';
  const named = longestRun(index, given, at + 1, (length) => given.slice(at + 1, at + 1 + length));
  const to = named === null ? at + 1 : named.to;
  const from = isPreposition(given[at - 1]) ? at - 1 : at;
  return {
    rest: without(given, from, to),
    answer: placesOf(index, `${plz} ${given.slice(at + 1, to).join(' ')}`.trim()),
  };
}

function afterPreposition(index: PlaceIndex, given: readonly string[]): Run | null {
  for (let at = given.length - 2; at >= 0; at -= 1) {
    if (!isPreposition(given[at])) continue;
    const run = longestRun(index, given, at + 1, (length) => given.slice(at + 1, at + 1 + length));
    if (run) return { ...run, from: at };
  }
  return null;
}

/** The last words, with others left before them. */
function atEnd(index: PlaceIndex, given: readonly string[]): Run | null {
  for (let length = Math.min(longestName, given.length - 1); length > 0; length -= 1) {
    const from = given.length - length;
    const words = given.slice(from);
    const rows = wholeName(index, words);
    if (rows.length > 0 && !isCatalogueWord(index, words, rows)) return { from, to: given.length, rows };
  }
  return null;
}

/** The first words; here an everyday word is never a place. */
function atStart(index: PlaceIndex, given: readonly string[]): Run | null {
  const longest = Math.min(longestName, given.length);
  for (let length = longest; length > 0; length -= 1) {
    const words = given.slice(0, length);
    const rows = wholeName(index, words);
    if (rows.length === 0 || isCatalogueWord(index, words, rows)) continue;
    if (coreWords(placeWords(words.join(' '))).every((word) => index.everyday.has(word))) continue;
    return { from: 0, to: length, rows };
  }
  return null;
}

/** The longest name that begins at a word; after a preposition the beginning of a name will do, if long enough. */
function longestRun(
  index: PlaceIndex,
  given: readonly string[],
  at: number,
  wordsOf: (length: number) => readonly string[],
): Run | null {
  const longest = Math.min(longestName, given.length - at);
  for (let length = longest; length > 0; length -= 1) {
    const rows = wholeName(index, wordsOf(length));
    if (rows.length > 0) return { from: at, to: at + length, rows };
  }
  const [first = ''] = wordsOf(1);
  const words = placeWords(first);
  if (words.length !== 1 || first.length < 5 || index.everyday.has(words[0] ?? '')) return null;
  const rows = isPlainWord(index, words[0] ?? '') ? [] : rowsByName(index, words);
  return rows.length > 0 ? { from: at, to: at + 1, rows } : null;
}

function wholeName(index: PlaceIndex, words: readonly string[]): readonly PlaceRow[] {
  const parts = placeWords(words.join(' '));
  const ends = [parts[0] ?? '', parts.at(-1) ?? ''];
  // „auf Bescheid“ is no name because „Bescheid“ is one.
  if (ends.some((word) => isFiller(word)) && !index.byName.has(parts.join(' '))) return [];
  return (parts[0] ?? '').length < 2 ? [] : rowsOfWholeName(index, parts);
}

function isCatalogueWord(index: PlaceIndex, words: readonly string[], rows: readonly PlaceRow[]): boolean {
  const parts = coreWords(placeWords(words.join(' ')));
  const isLarge = rows.some(({ einwohner }) => (einwohner ?? 0) >= largeCity);
  return parts.length === 1 && isPlainWord(index, parts[0] ?? '') && !isLarge;
}

function isPlainWord(index: PlaceIndex, word: string): boolean {
  return index.vocabulary.has(word);
}

function isPreposition(word: string | undefined): boolean {
  return word !== undefined && prepositions.has(placeWords(word).join(' '));
}

function without(given: readonly string[], from: number, to: number): string {
  return [...given.slice(0, from), ...given.slice(to)].join(' ');
}
