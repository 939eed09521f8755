import { editDistance } from '../words/edit-distance.ts';
import { soundOf } from '../words/sound.ts';
import { emptyDeletes, type KnownDeletes } from './known-deletes.ts';

/** A known word near one that is unknown. */
export interface Near {
  readonly stem: number;
  /** 1 for one wrong letter or the same sound, 2 for two wrong letters. */
  readonly distance: number;
}

export type FindNear = (stem: string) => readonly Near[];

/** Letters at the beginning of a word within which deletions are kept. */
const kept = 7;
const shortest = 4;
const twoFrom = 8;
const most = 8;

/**
 * Finds known words near an unknown one by symmetric deletes: both sides leave out up to two of their first letters, and
 * what then is equal is looked at closely. From four letters on one wrong letter is forgiven, from eight two.
 */
export function* collectNear(stems: readonly string[], forms: readonly string[]): Generator<void, FindNear> {
  const byDelete = emptyDeletes();
  const bySound = new Map<string, number[]>();
  for (const [number, stem] of stems.entries()) {
    if (stem.length < shortest - 1 || /[^a-z]/.test(stem)) continue;
    for (const key of deletesOf(stem)) byDelete.add(key, number);
    for (const sound of new Set([soundOf(stem), soundOf(forms[number] ?? stem)])) {
      const same = bySound.get(sound);
      if (same) same.push(number);
      else bySound.set(sound, [number]);
    }
    if (number % 100 === 0) yield;
  }
  return (stem) =>
    stem.length < shortest || /[^a-z]/.test(stem) ? [] : nearOf(stem, stems, byDelete, bySound);
}

function nearOf(
  stem: string,
  stems: readonly string[],
  byDelete: KnownDeletes,
  bySound: ReadonlyMap<string, number[]>,
): readonly Near[] {
  const limit = stem.length >= twoFrom ? 2 : 1;
  const seen = new Map<number, number>();
  for (const number of bySound.get(soundOf(stem)) ?? []) seen.set(number, 1);
  for (const key of deletesOf(stem)) {
    for (const number of byDelete.get(key)) {
      if (seen.has(number)) continue;
      const distance = editDistance(stem, stems[number] ?? '', limit);
      if (distance <= limit) seen.set(number, distance);
    }
  }
  return [...seen]
    .map(([number, distance]) => ({ stem: number, distance }))
    .toSorted((a, b) => a.distance - b.distance)
    .slice(0, most);
}

/** The first letters of a word, also with one or two of them left out. */
function deletesOf(stem: string): ReadonlySet<string> {
  const begin = stem.slice(0, kept);
  const all = new Set([begin]);
  const once = without(begin);
  for (const key of once) all.add(key);
  if (stem.length >= twoFrom) for (const key of once.flatMap(without)) all.add(key);
  return all;
}

function without(text: string): string[] {
  return Array.from(text, (_, at) => text.slice(0, at) + text.slice(at + 1));
}
