import type { LeistungId } from '../domain/catalogue.ts';
import type { CatalogueIndex } from './catalogue-indexer.ts';

/** One Leistung that a search found; the higher the score, the better it fits. */
export interface Treffer {
  readonly id: LeistungId;
  readonly leika: string | null;
  readonly ozgId: number | null;
  readonly name: string;
  readonly score: number;
}

/** The best of what a search found, and how many there are in all: nothing is left out unsaid. */
export interface Fund {
  readonly gesamt: number;
  readonly treffer: readonly Treffer[];
}

/**
 * The best `limit` Leistungen for some words, a LeiKa key, the beginning of one, or an OZG number; of those that `counts`
 * lets pass.
 */
export function searchCatalogue(
  index: CatalogueIndex,
  words: string,
  limit = 20,
  counts: (id: LeistungId) => boolean = () => true,
): Fund {
  const all = index.find(words).filter(({ id }) => counts(id));
  const treffer = all.slice(0, limit).flatMap(({ id, score }) => {
    const leistung = index.catalogue.leistungById.get(id);
    if (!leistung) return [];
    const { leika, ozgId, name } = leistung;
    return [{ id, leika, ozgId, name, score: Math.round(score * 100) / 100 }];
  });
  return { gesamt: all.length, treffer };
}
