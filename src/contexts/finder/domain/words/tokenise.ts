import { foldForSearch } from './fold.ts';

/** No query and no field is read further; what comes after is noise or an attack. */
export const longestText = 4_000;
const longestWord = 60;

const romans: Readonly<Record<string, string>> = { i: '1', ii: '2', iii: '3', iv: '4', v: '5' };

/**
 * The folded words of a text, in order; „ALG II“ and „alg 2“ give the same, „§ 34a“ gives „34a“; „AO-SF“
 * stands beside its parts as one word too.
 */
export function wordsOf(text: string): string[] {
  const folded = foldForSearch(text.slice(0, longestText));
  const words = folded.match(/[\p{L}\p{N}]+/gu) ?? [];
  const joined = folded.match(/[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)+/gu) ?? [];
  return [
    ...words.map((word, at) => (at > 0 ? (romans[word] ?? word) : word).slice(0, longestWord)),
    ...joined.map((word) => word.replaceAll('-', '').slice(0, longestWord)),
  ];
}
