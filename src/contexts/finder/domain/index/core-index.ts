import type { FinderInput } from '../finder-input.ts';
import type { Weights } from '../weights.ts';
import { foldForSearch } from '../words/fold.ts';
import { stemWord } from '../words/stem-word.ts';
import { type Catalogued, groupLeistungen, type Phrase, phrasesOf } from './phrase.ts';
import { collectPostings, type Postings } from './postings.ts';
import { collectVocabulary, type TakenWord, type Vocabulary, type VocabularyBuilder } from './vocabulary.ts';

/** Catalogue and thesaurus as numbers: words, phrases, and which word stands in which phrase. */
export interface CoreIndex extends Catalogued {
  readonly phrases: readonly Phrase[];
  readonly phraseGroup: Uint16Array;
  readonly phraseLeistung: Int32Array;
  readonly phraseWeight: Float32Array;
  /** The rarity of all words of the phrase together. */
  readonly phraseMass: Float32Array;
  readonly vocabulary: Vocabulary;
  /** The words that may stand for a stem. */
  readonly synonyms: ReadonlyMap<string, readonly number[]>;
  readonly postings: Postings;
  /** How much the word is of its phrase, beside each posting. */
  readonly share: Float32Array;
  /** The rarity of each word among the groups. */
  readonly rarity: Float32Array;
  /** The rarity of a word that stands nowhere here. */
  readonly rarest: number;
}

/** What a part of a compound is worth in a phrase that has the compound. */
const partStrength = 0.75;
const pauseEvery = 100;

/** Builds the core; pauses often, so that a server answers others meanwhile. */
export function* buildCore(
  input: FinderInput,
  weights: Weights,
  builder: VocabularyBuilder = collectVocabulary(),
): Generator<void, CoreIndex> {
  const catalogued = groupLeistungen(input);
  const phrases = [...phrasesOf(input, catalogued)];
  const taken: (readonly TakenWord[])[] = [];
  for (const { text } of phrases) {
    taken.push(builder.take(text));
    if (taken.length % pauseEvery === 0) yield;
  }
  const vocabulary = yield* builder.finish();
  const postings = yield* postingsOf(taken, vocabulary);
  const rarity = rarityOf(postings, phrases, catalogued.groups.length, weights.rarity);
  yield;
  const phraseMass = Float32Array.from(taken, (words) => sum(words.map(({ stem }) => rarity[stem] ?? 0)));
  const share = yield* sharesOf(postings, taken, vocabulary, { rarity, phraseMass });
  return {
    ...catalogued,
    phrases,
    phraseGroup: Uint16Array.from(phrases, ({ group }) => group),
    phraseLeistung: Int32Array.from(phrases, ({ leistung }) => leistung),
    phraseWeight: Float32Array.from(phrases, ({ kind }) => weights.kinds[kind]),
    phraseMass,
    vocabulary,
    synonyms: synonymsOf(input, vocabulary),
    postings,
    share,
    rarity,
    rarest: rarity.reduce((most, one) => Math.max(most, one), 0),
  };
}

function* postingsOf(
  taken: readonly (readonly TakenWord[])[],
  vocabulary: Vocabulary,
): Generator<void, Postings> {
  const postings = collectPostings();
  for (const words of taken) {
    for (const [stem, { strength }] of wordsInPhrase(words, vocabulary)) postings.add(stem, strength);
    if (postings.endPlace() % pauseEvery === 0) yield;
  }
  return yield* postings.finish(vocabulary.stems.length, Uint32Array.from(taken.keys()));
}

interface InPhrase {
  readonly strength: number;
  /** The word of the phrase it comes from, and how much of that word it is. */
  readonly of: number;
  readonly part: number;
}

/** The words of a phrase and what stands inside them, each once and as strong as it gets. */
function wordsInPhrase(
  words: readonly TakenWord[],
  { numberOf, innerWords }: Vocabulary,
): Map<number, InPhrase> {
  const found = new Map<number, InPhrase>();
  for (const { stem } of words) found.set(stem, { strength: 1, of: stem, part: 1 });
  for (const { word, stem } of words) {
    for (const inner of innerWords(word)) {
      const number = numberOf.get(inner.stem);
      if (number === undefined || found.has(number)) continue;
      found.set(number, { strength: partStrength, of: stem, part: inner.share });
    }
  }
  return found;
}

/** For each word of a group of synonyms the numbers of the others that the index knows. */
function synonymsOf(
  { synonyme }: Pick<FinderInput, 'synonyme'>,
  { numberOf }: Vocabulary,
): ReadonlyMap<string, readonly number[]> {
  const synonyms = new Map<string, number[]>();
  for (const group of synonyme) {
    const stems = [...new Set(group.map((word) => stemWord(foldForSearch(word))))];
    for (const stem of stems) {
      const others = stems.filter((each) => each !== stem).flatMap((each) => numberOf.get(each) ?? []);
      synonyms.set(stem, [...(synonyms.get(stem) ?? []), ...others]);
    }
  }
  return synonyms;
}

/** Words that stand in few groups tell more than words that stand in many. */
function rarityOf(
  { start, place }: Postings,
  phrases: readonly Phrase[],
  groups: number,
  exponent: number,
): Float32Array {
  const seenFor = new Int32Array(groups).fill(-1);
  return Float32Array.from({ length: start.length - 1 }, (_, word) => {
    let count = 0;
    for (let row = start[word] ?? 0; row < (start[word + 1] ?? 0); row += 1) {
      const group = phrases[place[row] ?? 0]?.group ?? 0;
      if (seenFor[group] !== word) count += 1;
      seenFor[group] = word;
    }
    return Math.log(1 + (groups - count + 0.5) / (count + 0.5)) ** exponent;
  });
}

function* sharesOf(
  postings: Postings,
  taken: readonly (readonly TakenWord[])[],
  vocabulary: Vocabulary,
  { rarity, phraseMass }: Pick<CoreIndex, 'rarity' | 'phraseMass'>,
): Generator<void, Float32Array> {
  const share = new Float32Array(postings.place.length);
  const next = postings.start.slice();
  for (const [phrase, words] of taken.entries()) {
    for (const [stem, { of, part }] of wordsInPhrase(words, vocabulary)) {
      const row = next[stem] ?? 0;
      share[row] = ((rarity[of] ?? 0) * part) / (phraseMass[phrase] || 1);
      next[stem] = row + 1;
    }
    if (phrase % pauseEvery === 0) yield;
  }
  return share;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
