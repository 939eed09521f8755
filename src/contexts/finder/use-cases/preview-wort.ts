import type { FinderDeps } from '../deps.ts';
import type { FinderIndex } from '../domain/finder-index.ts';
import { search } from '../domain/search/search.ts';
import type { Wortaenderung } from '../domain/vorschlag.ts';
import { noTexts } from '../ports.ts';
import { type IndexInput, makeIndex } from './finder-snapshot.ts';
import { keyOfWort } from './load-finder.ts';

/** A hit as the preview shows it. */
export interface Rang {
  readonly leistungId: string;
  readonly ozgId: number | null;
  readonly name: string;
}

/** What ranks where for some words, before and after a change. */
export interface RangVergleich {
  readonly woerter: string;
  readonly vorher: readonly Rang[];
  readonly nachher: readonly Rang[];
}

const shown = 5;
const mostWords = 6;

/** What a change of the thesaurus would do to searches for the word itself and for each of its words. */
export async function previewWort(
  { input }: Pick<FinderDeps, 'input'>,
  aenderung: Wortaenderung,
): Promise<readonly RangVergleich[]> {
  const now = await input();
  const before = await makeIndex(now, noTexts);
  const after = await makeIndex(changedInput(now, aenderung), noTexts);
  const words = aenderung.wort.split(/\s+/).slice(0, mostWords);
  return [...new Set([aenderung.wort, ...words])].map((woerter) => ({
    woerter,
    vorher: rankOf(before, woerter),
    nachher: rankOf(after, woerter),
  }));
}

function changedInput(input: IndexInput, { aktion, ...wort }: Wortaenderung): IndexInput {
  const others = input.thesaurus.filter((each) => keyOfWort(each) !== keyOfWort(wort));
  return { ...input, thesaurus: aktion === 'weg' ? others : [...others, wort] };
}

function rankOf(index: FinderIndex, text: string): readonly Rang[] {
  const { treffer } = search(index, { text, kette: null, limit: shown, offset: 0 });
  return treffer.map(({ leistungId, ozgId, name, ozgName }) => ({
    leistungId,
    ozgId,
    name: ozgId === null ? name : ozgName,
  }));
}
