import type { FinderIndex } from '../finder-index.ts';
import type { Part } from '../index/vocabulary.ts';
import { rootOf, verbParticles } from '../words/root.ts';
import { stemWord } from '../words/stem-word.ts';
import { isStopWord } from '../words/stop-words.ts';
import { wordsOf } from '../words/tokenise.ts';
import { firstAt } from './sorted.ts';

/** A word of the index that a word of the query may mean. */
export interface Meaning {
  readonly stem: number;
  readonly strength: number;
}

/** One word of a query with everything that it may mean. */
export interface QueryWord {
  readonly word: string;
  readonly rarity: number;
  /** The whole word, its relatives, its corrections; strongest first. */
  readonly whole: readonly Meaning[];
  /** The parts of a compound, each with its share of the word. */
  readonly parts: readonly { readonly share: number; readonly meanings: readonly Meaning[] }[];
  /** How the word would be spelt, when only a correction of it is known. */
  readonly corrected: string | null;
}

const mostWords = 24;
/** Numbers say little on their own. */
const numberRarity = 0.5;

type Vocabulated = Pick<FinderIndex, 'core' | 'near' | 'sortedStems' | 'weights'>;

/** Reads a query: at most 24 words, each with its meanings; words that mean nothing known are kept with none. */
export function queryWordsOf(index: Vocabulated, text: string): readonly QueryWord[] {
  const all = wordsOf(text);
  const bearing = all.filter((word) => !isStopWord(word));
  const words = [...new Set(bearing.length > 0 ? bearing : all)].slice(0, mostWords);
  const open = /[\p{L}\p{N}]$/u.test(text.trimEnd()) && text === text.trimEnd() ? words.at(-1) : undefined;
  return words.map((word) => queryWord(index, word, joinsOf(all, word), word === open));
}

/** What the word may be one with: its neighbours, and particles that stand behind it („melde … an“). */
function joinsOf(all: readonly string[], word: string): readonly string[] {
  const at = all.indexOf(word);
  const [before, after] = [all[at - 1], all[at + 1]];
  const neighbours = [before === undefined ? '' : before + word, after === undefined ? '' : word + after];
  const particles = all.filter((other, place) => place > at && verbParticles.has(other));
  return [...neighbours.filter(Boolean), ...particles.map((particle) => particle + word)];
}

function queryWord(index: Vocabulated, word: string, joins: readonly string[], open: boolean): QueryWord {
  const { vocabulary } = index.core;
  const known = vocabulary.numberOf.get(stemWord(word));
  const whole = new Map<number, number>();
  const add = (stem: number | undefined, strength: number) => {
    if (stem !== undefined && (whole.get(stem) ?? 0) < strength) whole.set(stem, strength);
  };
  add(known, 1);
  for (const join of joins) addKnown(index, join, add);
  for (const stem of relatives(index, word)) add(stem, index.weights.root);
  for (const stem of index.core.synonyms.get(stemWord(word)) ?? []) add(stem, index.weights.synonym);
  const parts = partsOf(index, word);
  const unknown = whole.size === 0 && !/\d/.test(word);
  const spelt = unknown ? addNear(index, word, add, open) : null;
  const corrected = parts.length === 0 ? spelt : null;
  const meanings = sorted(whole);
  return { word, rarity: rarityOf(index, word, known, meanings, parts), whole: meanings, parts, corrected };
}

function addKnown(
  { core: { vocabulary }, weights }: Vocabulated,
  word: string,
  add: (stem: number | undefined, strength: number) => void,
): void {
  const stem = vocabulary.numberOf.get(stemWord(word));
  add(stem, 1);
  if (stem === undefined) return;
  for (const other of vocabulary.byRoot.get(rootOf(word)) ?? []) add(other, weights.root);
}

function relatives({ core: { vocabulary } }: Vocabulated, word: string): readonly number[] {
  const roots = new Set([rootOf(word), rootOf(stemWord(word))]);
  return [...roots].flatMap((root) => vocabulary.byRoot.get(root) ?? []);
}

function partsOf(index: Vocabulated, word: string): QueryWord['parts'] {
  const { vocabulary, rarity, rarest } = index.core;
  const parts = vocabulary.partsOf(word).map((part) => {
    const known = vocabulary.numberOf.get(part.stem);
    return { part, weight: known === undefined ? rarest : (rarity[known] ?? rarest) };
  });
  const all = parts.reduce((sum, { weight }) => sum + weight, 0) || 1;
  return parts.map(({ part, weight }) => ({
    share: (weight / all) * index.weights.part,
    meanings: meaningsOfPart(index, part),
  }));
}

/** A part means itself, its relatives and synonyms, and what stands inside it. */
function meaningsOfPart({ core, weights }: Vocabulated, part: Part): readonly Meaning[] {
  const { vocabulary, synonyms } = core;
  const meanings = new Map<number, number>();
  const add = (stem: number | undefined, strength: number) => {
    if (stem !== undefined && (meanings.get(stem) ?? 0) < strength) meanings.set(stem, strength);
  };
  add(vocabulary.numberOf.get(part.stem), 1);
  for (const inner of vocabulary.innerWords(part.word))
    add(vocabulary.numberOf.get(inner.stem), inner.share * weights.part);
  for (const root of new Set([rootOf(part.stem), rootOf(part.word)])) {
    for (const other of vocabulary.byRoot.get(root) ?? []) add(other, weights.root);
  }
  for (const other of synonyms.get(part.stem) ?? []) add(other, weights.synonym);
  return sorted(meanings);
}

/** Corrections of an unknown word; the beginning of words for the last, which may be unfinished. Gives the best spelling. */
function addNear(
  { core: { vocabulary }, near, sortedStems, weights }: Vocabulated,
  word: string,
  add: (stem: number | undefined, strength: number) => void,
  open: boolean,
): string | null {
  const stem = stemWord(word);
  const found = near(stem);
  for (const { stem: other, distance } of found) add(other, weights.typo ** distance);
  if (word.length >= (open ? 3 : longBeginning)) {
    for (const longer of beginningWith(sortedStems, word))
      add(vocabulary.numberOf.get(longer), weights.prefix);
  }
  const best = found[0];
  return best === undefined ? null : (vocabulary.forms[best.stem] ?? null);
}

const mostPrefixes = 40;
/** An unknown word of so many letters may be the beginning of a longer one. */
const longBeginning = 6;

function beginningWith(sortedStems: readonly string[], begin: string): readonly string[] {
  const from = firstAt(sortedStems, begin);
  return sortedStems.slice(from, from + mostPrefixes).filter((stem) => stem.startsWith(begin));
}

function rarityOf(
  { core: { rarity, rarest } }: Vocabulated,
  word: string,
  known: number | undefined,
  meanings: readonly Meaning[],
  parts: QueryWord['parts'],
): number {
  const rareOf = (stem: number) => rarity[stem] ?? rarest;
  const candidates =
    known === undefined ? [...meanings, ...parts.flatMap((part) => part.meanings[0] ?? [])] : [];
  const found =
    known === undefined ? Math.max(0, ...candidates.map(({ stem }) => rareOf(stem))) : rareOf(known);
  return /^\d+$/.test(word) ? found * numberRarity : found;
}

function sorted(meanings: ReadonlyMap<number, number>): readonly Meaning[] {
  return [...meanings]
    .map(([stem, strength]) => ({ stem, strength }))
    .toSorted((a, b) => b.strength - a.strength);
}
