import type { FinderIndex } from '../finder-index.ts';
import type { Ranked } from './rank.ts';

const mostByKey = 200;

/** What a key names: „L00123“, an OZG number, a LeiKa key or the beginning of one, also with blanks; else nothing. */
export function findByKey(index: FinderIndex, text: string): readonly Ranked[] {
  const key = text.replace(/\s/g, '').toLowerCase();
  if (/^l\d{5}$/.test(key)) return rankedOf(index, [index.keys.get(key) ?? -1]);
  if (/^1\d{4}$/.test(key)) return groupByNumber(index, Number(key));
  if (!/^99\d{3,}$/.test(key)) return [];
  const places = index.leistungen.flatMap(({ leika }, place) => (leika?.startsWith(key) ? [place] : []));
  return rankedOf(index, places.slice(0, mostByKey));
}

function groupByNumber({ core }: FinderIndex, ozgId: number): readonly Ranked[] {
  const group = core.groupOfOzg.get(ozgId);
  return group === undefined ? [] : [{ group, leistung: -1, score: 1, phrase: -1, others: [] }];
}

function rankedOf({ core }: FinderIndex, places: readonly number[]): readonly Ranked[] {
  return places.flatMap((leistung) => {
    const group = core.groupOf[leistung];
    return group === undefined ? [] : [{ group, leistung, score: 1, phrase: -1, others: [] }];
  });
}
