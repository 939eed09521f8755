import { foldForSearch } from '../words/fold.ts';
import type { CoreIndex } from './core-index.ts';
import type { PhraseKind } from './phrase.ts';

/** Names and words to offer while somebody types, by every beginning of a word in them. */
export interface SuggestIndex {
  /** Folded texts from one of their words on, sorted. */
  readonly keys: readonly string[];
  /** The phrase each key belongs to, and whether the key is the whole phrase. */
  readonly phrase: Uint32Array;
  readonly whole: Uint8Array;
}

const offered: ReadonlySet<PhraseKind> = new Set(['ozg', 'name', 'alltag', 'kurz', 'regional', 'fremd']);
const pauseEvery = 200;

/** Collects the keys, sorted. */
export function* buildSuggestions({ phrases }: Pick<CoreIndex, 'phrases'>): Generator<void, SuggestIndex> {
  const byLetter = new Map<string, KeyRow[]>();
  for (const [phrase, { kind, text }] of phrases.entries()) {
    if (!offered.has(kind)) continue;
    const folded = foldedLine(text);
    for (const { index } of folded.matchAll(/(?<=^| )\S/g)) {
      const row = { key: folded.slice(index), phrase, whole: index === 0 ? 1 : 0 };
      const letter = row.key.slice(0, 2);
      const same = byLetter.get(letter);
      if (same) same.push(row);
      else byLetter.set(letter, [row]);
    }
    if (phrase % pauseEvery === 0) yield;
  }
  const rows = yield* sortedRows(byLetter);
  return {
    keys: rows.map(({ key }) => key),
    phrase: Uint32Array.from(rows, (row) => row.phrase),
    whole: Uint8Array.from(rows, (row) => row.whole),
  };
}

interface KeyRow {
  readonly key: string;
  readonly phrase: number;
  readonly whole: number;
}

/** All rows in order, sorted by their first letters first, so that no step takes long. */
function* sortedRows(byLetter: ReadonlyMap<string, KeyRow[]>): Generator<void, readonly KeyRow[]> {
  const rows: KeyRow[] = [];
  for (const letter of [...byLetter.keys()].sort()) {
    const same = byLetter.get(letter) ?? [];
    same.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
    for (const row of same) rows.push(row);
    yield;
  }
  return rows;
}

/** A text in one line of folded words. */
export function foldedLine(text: string): string {
  return (foldForSearch(text).match(/[\p{L}\p{N}]+/gu) ?? []).join(' ');
}
