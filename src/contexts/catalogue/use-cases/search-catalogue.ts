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

/**
 * The best `limit` Leistungen for some words, a LeiKa key, the beginning of one, or an OZG number; of those that `counts`
 * lets pass.
 */
export function searchCatalogue(
  index: CatalogueIndex,
  words: string,
  limit = 20,
  counts: (id: LeistungId) => boolean = () => true,
): readonly Treffer[] {
  return index
    .find(words)
    .filter(({ id }) => counts(id))
    .slice(0, limit)
    .flatMap(({ id, score }) => {
      const leistung = index.catalogue.leistungById.get(id);
      if (!leistung) return [];
      const { leika, ozgId, name } = leistung;
      return [{ id, leika, ozgId, name, score: Math.round(score * 100) / 100 }];
    });
}
