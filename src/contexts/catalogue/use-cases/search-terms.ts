import { mapInSteps } from '#platform';
import { compoundParts, stemOf, wordsOf } from '../domain/german-words.ts';

/**
 * By which terms a word of some texts is found. Which they are depends on all texts: compounds are cut only into words that
 * stand alone somewhere.
 */
export interface Terms {
  readonly of: (word: string) => string[] | null;
  /** The words that were asked for before, with what was answered. */
  readonly known: ReadonlyMap<string, string[] | null>;
  readonly vocabulary: ReadonlySet<string>;
  /** The words known to others that have other terms here. */
  readonly changedSince: (former: Terms) => Promise<ReadonlySet<string>>;
}

/** Reads the words of the texts of a catalogue, in small steps. */
export async function readTerms(texts: readonly string[]): Promise<Terms> {
  // The same words come again and again: each is taken apart once.
  const stems = new Map<string, string | null>();
  const stem = (word: string) => kept(stems, word, stemOf);
  const vocabulary = await vocabularyOf(texts, stem);
  const known = new Map<string, string[] | null>();
  const of = (word: string) => kept(known, word, (one) => termsOf(stem(one), vocabulary));
  return {
    of,
    known,
    vocabulary,
    changedSince: async (former) => {
      const same =
        vocabulary.size === former.vocabulary.size &&
        vocabulary.values().every((stem) => former.vocabulary.has(stem));
      const changed = await mapInSteps([...former.known], ([word, terms]) => {
        // With the same words standing alone nothing else is worked out.
        if (same) known.set(word, terms);
        return String(of(word)) === String(terms) ? [] : [word];
      });
      return new Set(changed.flat());
    },
  };
}

function kept<T>(values: Map<string, T>, word: string, make: (word: string) => T): T {
  const found = values.get(word);
  if (found !== undefined) return found;
  const made = make(word);
  values.set(word, made);
  return made;
}

/** The stems that stand alone somewhere. */
async function vocabularyOf(
  texts: readonly string[],
  stemOfWord: (word: string) => string | null,
): Promise<ReadonlySet<string>> {
  const stems = new Set<string>();
  await mapInSteps([...new Set(texts)], (text) => {
    for (const word of wordsOf(text)) {
      const stem = stemOfWord(word);
      if (stem !== null && stem.length >= 4) stems.add(stem);
    }
  });
  return stems;
}

function termsOf(stem: string | null, vocabulary: ReadonlySet<string>): string[] | null {
  return stem === null ? null : [stem, ...compoundParts(stem, (part) => vocabulary.has(part))];
}
