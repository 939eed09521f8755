import type { FinderIndex } from '../finder-index.ts';
import { meaningfulWords } from '../index/vocabulary.ts';
import { stemWord } from '../words/stem-word.ts';
import type { Grund } from './answer.ts';
import type { QueryWord } from './query-words.ts';

/** Which words of the query were found, and in what. */
export function reasonOf(index: FinderIndex, phrase: number, words: readonly QueryWord[]): Grund {
  if (words.length === 0) return { woerter: [], feld: 'schluessel', text: '' };
  const found = index.core.phrases[phrase];
  if (found === undefined) return { woerter: words.map(({ word }) => word), feld: 'lokal', text: '' };
  const stems = stemsOf(index, found.text);
  const met = words.filter(({ whole, parts }) =>
    [...whole, ...parts.flatMap(({ meanings }) => meanings)].some(({ stem }) => stems.has(stem)),
  );
  return { woerter: met.map(({ word }) => word), feld: found.kind, text: found.text };
}

function stemsOf({ core: { vocabulary } }: FinderIndex, text: string): ReadonlySet<number> {
  const words = meaningfulWords(text);
  const inner = words.flatMap((word) => vocabulary.innerWords(word).map(({ stem }) => stem));
  return new Set([...words.map(stemWord), ...inner].map((stem) => vocabulary.numberOf.get(stem) ?? -1));
}
