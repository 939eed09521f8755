import type { FinderIndex } from '../finder-index.ts';
import { foldedLine } from '../index/suggest-index.ts';
import { search } from './search.ts';
import { firstAt } from './sorted.ts';

export interface Vorschlag {
  readonly text: string;
  /** Null where the words may lead to several Leistungen. */
  readonly leistungId: string | null;
}

export interface Vorschlagsanfrage {
  readonly prefix: string;
  readonly kette: readonly string[] | null;
  readonly limit: number;
}

const longestPrefix = 80;
/** What a search finds is offered only when most of what was typed fits. */
const leastScore = 0.6;
/** So many beginnings are looked at; where one or two letters are typed there are more, and any of them will do. */
const mostLookedAt = 3_000;

/** What somebody may be about to type: words and names that go on as the beginning does, then what a search finds. */
export function suggest(
  index: FinderIndex,
  { prefix, kette, limit }: Vorschlagsanfrage,
): readonly Vorschlag[] {
  const begin = foldedLine(prefix.slice(0, longestPrefix));
  if (begin === '' || limit < 1) return [];
  const offers = new Map<string, Vorschlag>();
  for (const phrase of bestBeginning(index, begin)) {
    if (offers.size >= limit) break;
    const { text, leistung } = index.core.phrases[phrase] ?? { text: '', leistung: -1 };
    const key = foldedLine(text);
    if (!offers.has(key)) offers.set(key, { text, leistungId: index.leistungen[leistung]?.id ?? null });
  }
  if (offers.size < limit && begin.length >= 3) addFound(index, { prefix, kette, limit }, offers);
  return [...offers.values()];
}

/** Phrases with a word that begins so: whole phrases before words inside, short ones before long ones. */
function bestBeginning({ suggestions, core }: FinderIndex, begin: string): readonly number[] {
  const { keys, phrase, whole } = suggestions;
  const rows: { readonly phrase: number; readonly rank: number }[] = [];
  const from = firstAt(keys, begin);
  for (let row = from; row < from + mostLookedAt && keys[row]?.startsWith(begin); row += 1) {
    const number = phrase[row] ?? 0;
    const long = (keys[row]?.length ?? 0) / 100;
    const weight = core.phraseWeight[number] ?? 0;
    rows.push({ phrase: number, rank: (whole[row] ?? 0) + weight - long });
  }
  return rows.sort((a, b) => b.rank - a.rank).map((row) => row.phrase);
}

function addFound(
  index: FinderIndex,
  { prefix, kette, limit }: Vorschlagsanfrage,
  offers: Map<string, Vorschlag>,
): void {
  const { treffer } = search(index, { text: prefix.slice(0, longestPrefix), kette, limit, offset: 0 });
  for (const { name, leistungId, score } of treffer) {
    if (offers.size >= limit || score < leastScore) return;
    const key = foldedLine(name);
    if (!offers.has(key)) offers.set(key, { text: name, leistungId });
  }
}
