import type { LokalerText } from '../finder-input.ts';
import type { CoreIndex } from './core-index.ts';
import { collectPostings, type Postings } from './postings.ts';
import type { VocabularyBuilder } from './vocabulary.ts';

/** The texts of all bodies, sorted by area, so that an area is one range of documents in every posting list. */
export interface LocalIndex {
  readonly areas: ReadonlyMap<string, Range>;
  /** The Leistung of each document. */
  readonly leistung: Uint32Array;
  readonly postings: Postings;
  /** Without a place: in the texts of how many bodies a word speaks of a Leistung. */
  readonly everywhere: Postings;
}

export interface Range {
  readonly from: number;
  readonly to: number;
}

/** Takes local texts one by one and forgets them at once but for their numbers. */
export interface LocalBuilder {
  /** False when no Leistung of the catalogue is meant. */
  readonly add: (text: LokalerText) => boolean;
  readonly finish: (words: number) => Generator<void, LocalIndex>;
}

const strengthOf = { name: 1, suchbegriffe: 1, teaser: 0.4 };
const pauseEvery = 300;

/** Collects local texts for the Leistungen of the core. */
export function collectLocal(
  placeOfLeistung: CoreIndex['placeOfLeistung'],
  builder: Pick<VocabularyBuilder, 'takeQuietly'>,
): LocalBuilder {
  const postings = collectPostings();
  const leistungen: number[] = [];
  const areas: number[] = [];
  const numberOfArea = new Map<string, number>();
  return {
    add: (text) => {
      const leistung = placeOfLeistung.get(text.leistungId);
      if (leistung === undefined) return false;
      const area = numberOfArea.get(text.ars) ?? numberOfArea.size;
      numberOfArea.set(text.ars, area);
      leistungen.push(leistung);
      areas.push(area);
      for (const [word, strength] of wordsOfText(text, builder)) postings.add(word, strength);
      postings.endPlace();
      return true;
    },
    finish: function* (words) {
      const { order, ranges } = sortedByArea(areas, numberOfArea);
      yield;
      const sorted = yield* postings.finish(words, order);
      const leistung = Uint32Array.from(order, (place) => leistungen[place] ?? 0);
      const everywhere = yield* pooled(sorted, leistung, placeOfLeistung.size, words);
      return { areas: ranges, leistung, postings: sorted, everywhere };
    },
  };
}

function wordsOfText(
  text: LokalerText,
  { takeQuietly }: Pick<VocabularyBuilder, 'takeQuietly'>,
): Map<number, number> {
  const found = new Map<number, number>();
  const take = (words: string, strength: number) => {
    for (const stem of takeQuietly(words)) if (!found.has(stem)) found.set(stem, strength);
  };
  take(text.name, strengthOf.name);
  for (const begriff of text.suchbegriffe) take(begriff, strengthOf.suchbegriffe);
  take(text.teaser, strengthOf.teaser);
  return found;
}

/** Areas in the order of their keys; documents in the order of their areas. */
function sortedByArea(areas: readonly number[], numberOfArea: ReadonlyMap<string, number>) {
  const counts = new Uint32Array(numberOfArea.size);
  for (const area of areas) counts[area] = (counts[area] ?? 0) + 1;
  const ranges = new Map<string, Range>();
  const next = new Uint32Array(numberOfArea.size);
  let from = 0;
  for (const [ars, area] of [...numberOfArea].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    const to = from + (counts[area] ?? 0);
    ranges.set(ars, { from, to });
    next[area] = from;
    from = to;
  }
  const order = new Uint32Array(areas.length);
  for (const [place, area] of areas.entries()) {
    const at = next[area] ?? 0;
    order[at] = place;
    next[area] = at + 1;
  }
  return { order, ranges };
}

/** How many bodies must use a word for a Leistung before it counts fully for everybody. */
const fullFrom = 4;

/** For each word the Leistungen whose texts use it: what one body alone says counts least. */
function* pooled(
  postings: Postings,
  leistung: Uint32Array,
  leistungen: number,
  words: number,
): Generator<void, Postings> {
  const weight = new Float32Array(leistungen);
  const place: number[] = [];
  const strength: number[] = [];
  const start = new Uint32Array(words + 1);
  for (let word = 0; word < words; word += 1) {
    for (const one of weighed(postings, leistung, word, weight)) {
      place.push(one);
      strength.push(Math.min(255, Math.max(1, (weight[one] ?? 0) / fullFrom)));
      weight[one] = 0;
    }
    start[word + 1] = place.length;
    if (word % pauseEvery === 0) yield;
  }
  return { start, place: Uint32Array.from(place), strength: Uint8Array.from(strength) };
}

/** Adds up what all texts say of a word, and gives the Leistungen that were touched, in order. */
function weighed(
  { start, place, strength }: Postings,
  leistung: Uint32Array,
  word: number,
  weight: Float32Array,
): readonly number[] {
  const touched: number[] = [];
  const end = start[word + 1] ?? 0;
  for (let row = start[word] ?? end; row < end; row += 1) {
    const one = leistung[place[row] ?? 0] ?? 0;
    if (weight[one] === 0) touched.push(one);
    weight[one] = (weight[one] ?? 0) + (strength[row] ?? 0);
  }
  return touched.sort((a, b) => a - b);
}
