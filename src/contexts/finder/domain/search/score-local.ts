import type { FinderIndex } from '../finder-index.ts';
import { fullStrength } from '../index/postings.ts';
import type { Desk } from './desk.ts';
import type { Meaning, QueryWord } from './query-words.ts';
import { firstPlace } from './sorted.ts';
import { rowsOf, speakForGroup, speakForLeistung, type Touched } from './speak.ts';

/** Without a place, what local texts say counts less: it need not hold elsewhere. */
const everywhereShare = 0.7;

/** What the texts of bodies say of a word: those of the Kette, or without a place those of all. */
export function addLocal(
  index: FinderIndex,
  desk: Desk,
  word: QueryWord,
  kette: readonly string[] | null,
  touched: Touched,
): void {
  const { local } = index;
  const meanings = [
    ...word.whole,
    ...word.parts.flatMap(({ share, meanings: parts }) => scaled(parts, share)),
  ];
  for (const meaning of meanings) {
    if (kette === null) addEverywhere(index, desk, meaning, touched);
    else {
      for (const [at, ars] of kette.entries()) {
        const range = local.areas.get(ars);
        if (range !== undefined) addRange(index, desk, meaning, { ...range, at }, touched);
      }
    }
  }
}

function scaled(meanings: readonly Meaning[], share: number): readonly Meaning[] {
  return meanings.map(({ stem, strength }) => ({ stem, strength: strength * share }));
}

function addEverywhere(
  { core, local, weights }: FinderIndex,
  desk: Desk,
  meaning: Meaning,
  touched: Touched,
): void {
  const { place, strength } = local.everywhere;
  const [from, to] = rowsOf(local.everywhere, meaning.stem);
  const factor = (meaning.strength * weights.local * everywhereShare) / fullStrength;
  for (let row = from; row < to; row += 1) {
    const leistung = place[row] ?? 0;
    const value = factor * (strength[row] ?? 0);
    speakForLeistung(desk, leistung, value, touched);
    speakForGroup(desk, core.groupOf[leistung] ?? 0, value * weights.children, touched);
  }
}

function addRange(
  { core, local, weights }: FinderIndex,
  desk: Desk,
  meaning: Meaning,
  { from, to, at }: { readonly from: number; readonly to: number; readonly at: number },
  touched: Touched,
): void {
  const { place, strength } = local.postings;
  const [begin, end] = rowsOf(local.postings, meaning.stem);
  const factor = (meaning.strength * weights.local) / fullStrength;
  for (let row = firstPlace(place, from, begin, end); row < end && (place[row] ?? 0) < to; row += 1) {
    const leistung = local.leistung[place[row] ?? 0] ?? 0;
    const value = factor * (strength[row] ?? 0);
    speakForLeistung(desk, leistung, value, touched);
    speakForGroup(desk, core.groupOf[leistung] ?? 0, value * weights.children, touched);
    const area = desk.area[leistung] ?? -1;
    if (area < 0 || at < area) desk.area[leistung] = at;
  }
}
