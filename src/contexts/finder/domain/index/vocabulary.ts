import { cutCompound, type WordGrade } from '../words/compound.ts';
import { rootOf } from '../words/root.ts';
import { stemWord } from '../words/stem-word.ts';
import { isStopWord } from '../words/stop-words.ts';
import { wordsOf } from '../words/tokenise.ts';

/** A part of a compound and how much of the whole it is, by its letters. */
export interface Part {
  readonly word: string;
  readonly stem: string;
  readonly share: number;
}

/** The words of an index: each stem has a number. */
export interface Vocabulary {
  readonly numberOf: ReadonlyMap<string, number>;
  readonly stems: readonly string[];
  /** The form in which the stem is met most often, for people to read. */
  readonly forms: readonly string[];
  readonly byRoot: ReadonlyMap<string, readonly number[]>;
  /** The parts of a folded word, as large as they stand alone; empty when it cannot be cut. */
  readonly partsOf: (word: string) => readonly Part[];
  /** Every word inside a compound, small and large. */
  readonly innerWords: (word: string) => readonly Part[];
}

/** Collects words while an index is built. */
export interface VocabularyBuilder {
  /** The words that count in a text, with their numbers; new ones are taken in. */
  readonly take: (text: string) => readonly TakenWord[];
  /** The numbers of the words of a text, which do not become parts of compounds by it. */
  readonly takeQuietly: (text: string) => readonly number[];
  readonly finish: () => Generator<void, Vocabulary>;
}

export interface TakenWord {
  readonly word: string;
  readonly stem: number;
}

/** Words of a text that carry meaning; all of them when none does. */
export function meaningfulWords(text: string): readonly string[] {
  const words = wordsOf(text);
  const bearing = words.filter((word) => !isStopWord(word));
  return bearing.length > 0 ? bearing : words;
}

/** An empty vocabulary. */
export function collectVocabulary(): VocabularyBuilder {
  const numbers = new Map<string, number>();
  const stems: string[] = [];
  const forms: string[] = [];
  const counts: number[] = [];
  const numberOf = (stem: string, form: string) => {
    const known = numbers.get(stem);
    if (known !== undefined) return known;
    numbers.set(stem, stems.length);
    stems.push(stem);
    forms.push(form);
    counts.push(0);
    return stems.length - 1;
  };
  const take = (text: string) =>
    meaningfulWords(text).map((word) => {
      const stem = numberOf(stemWord(word), word);
      counts[stem] = (counts[stem] ?? 0) + 1;
      return { word, stem };
    });
  const seen = new Map<string, number>();
  const quietly = (word: string) => {
    const known = seen.get(word);
    if (known !== undefined) return known;
    const stem = numberOf(stemWord(word), word);
    if (seen.size < 500_000) seen.set(word, stem);
    return stem;
  };
  const finish = function* () {
    const grade: WordGrade = (stem) =>
      notInCompounds.has(stem) ? 0 : (counts[numbers.get(stem) ?? -1] ?? 0);
    return { numberOf: numbers, stems, forms, byRoot: yield* rootsOf(stems, forms), ...cutters(grade) };
  };
  return { take, takeQuietly: (text) => meaningfulWords(text).map(quietly), finish };
}

/** Prefixes and endings that happen to be words too. */
const notInCompounds: ReadonlySet<string> = new Set(
  'aus auf bei ein mit nach vor zu um ab an uber unter durch gegen ohne hin her weg los ver ent zer ten ter ung lich isch nicht kein eine oder und des der die das den dem von bis als'.split(
    ' ',
  ),
);

const pauseEvery = 400;

function* rootsOf(
  stems: readonly string[],
  forms: readonly string[],
): Generator<void, ReadonlyMap<string, readonly number[]>> {
  const byRoot = new Map<string, number[]>();
  for (const [number, form] of forms.entries()) {
    const stem = stems[number] ?? '';
    for (const root of new Set([rootOf(form), rootOf(stem)])) {
      const same = byRoot.get(root);
      if (same) same.push(number);
      else byRoot.set(root, [number]);
    }
    if (number % pauseEvery === 0) yield;
  }
  return byRoot;
}

const deepest = 3;
/** A part that stands alone so often is not cut further. */
const standsAlone = 2;

function cutters(grade: WordGrade): Pick<Vocabulary, 'partsOf' | 'innerWords'> {
  const cuts = new Map<string, ReturnType<typeof cutCompound>>();
  const cut = (word: string) => {
    const known = cuts.get(word);
    if (known !== undefined) return known;
    const made = cutCompound(word, grade);
    if (cuts.size < 200_000) cuts.set(word, made);
    return made;
  };
  const pieces = (word: string, depth: number): string[] => {
    const found = depth === 0 ? null : cut(word);
    return found === null ? [word] : [found.head, found.tail].flatMap((side) => coarse(side, depth - 1));
  };
  const coarse = (word: string, depth: number): string[] =>
    grade(stemWord(word)) >= standsAlone ? [word] : pieces(word, depth);
  const inner = (word: string, depth: number): string[] => {
    const found = depth === 0 ? null : cut(word);
    if (found === null) return [];
    const { head, tail } = found;
    return [head, tail, ...inner(head, depth - 1), ...inner(tail, depth - 1)];
  };
  const parts = (word: string, found: readonly string[]) =>
    found.map((piece) => ({ word: piece, stem: stemWord(piece), share: piece.length / word.length }));
  return {
    partsOf: (word) => {
      const found = pieces(word, deepest);
      return found.length < 2 ? [] : parts(word, found);
    },
    innerWords: (word) => parts(word, inner(word, deepest)),
  };
}
