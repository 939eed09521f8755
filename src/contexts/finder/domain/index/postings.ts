/** For each word the places where it stands, in ascending order, with a strength of 1 to 255. */
export interface Postings {
  /** Where the places of word n begin; those of the next word begin where they end. */
  readonly start: Uint32Array;
  readonly place: Uint32Array;
  readonly strength: Uint8Array;
}

/** Collects words place by place. */
export interface PostingsBuilder {
  readonly add: (word: number, strength: number) => void;
  /** Ends the place that was being filled and gives its number. */
  readonly endPlace: () => number;
  readonly places: () => number;
  /** Turns places with words into words with places, `order` saying which place comes when; pauses often. */
  readonly finish: (words: number, order: Uint32Array) => Generator<void, Postings>;
}

export const fullStrength = 255;
const pauseEvery = 500;

/** A builder that holds nine bytes a word, so that half a million texts fit. */
export function collectPostings(): PostingsBuilder {
  const words = growing(Uint32Array);
  const strengths = growing(Uint8Array);
  const ends = growing(Uint32Array);
  return {
    add: (word, strength) => {
      words.push(word);
      strengths.push(Math.max(1, Math.round(strength * fullStrength)));
    },
    endPlace: () => ends.push(words.length()) - 1,
    places: () => ends.length(),
    finish: (count, order) =>
      inverted({ words: words.all(), strengths: strengths.all(), ends: ends.all() }, count, order),
  };
}

interface Collected {
  readonly words: Uint32Array;
  readonly strengths: Uint8Array;
  readonly ends: Uint32Array;
}

function* inverted(collected: Collected, count: number, order: Uint32Array): Generator<void, Postings> {
  const { words, strengths, ends } = collected;
  const start = startsOf(words, count);
  yield;
  const next = start.slice(0, count);
  const place = new Uint32Array(words.length);
  const strength = new Uint8Array(words.length);
  for (const [at, from] of order.entries()) {
    const end = ends[from] ?? 0;
    for (let row = from === 0 ? 0 : (ends[from - 1] ?? 0); row < end; row += 1) {
      const word = words[row] ?? 0;
      const slot = next[word] ?? 0;
      place[slot] = at;
      strength[slot] = strengths[row] ?? 0;
      next[word] = slot + 1;
    }
    if (at % pauseEvery === 0) yield;
  }
  return { start, place, strength };
}

/** Where the places of each word begin when they stand one word after the other. */
function startsOf(words: Uint32Array, count: number): Uint32Array {
  const start = new Uint32Array(count + 1);
  for (const word of words) start[word + 1] = (start[word + 1] ?? 0) + 1;
  for (let word = 0; word < count; word += 1) start[word + 1] = (start[word + 1] ?? 0) + (start[word] ?? 0);
  return start;
}

type Typed = Uint32Array | Uint8Array;

/** An array of a fixed type that grows by half when it is full. */
function growing<T extends Typed>(make: new (length: number) => T) {
  let held = new make(1_024);
  let length = 0;
  return {
    push: (value: number) => {
      if (length === held.length) {
        const larger = new make(Math.ceil(held.length * 1.5));
        larger.set(held);
        held = larger;
      }
      held[length] = value;
      length += 1;
      return length;
    },
    length: () => length,
    all: () => held.subarray(0, length) as T,
  };
}
