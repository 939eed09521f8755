import { type Catalogue, successorsOf } from '#catalogue';
import type { LocalDate } from '#kernel';
import type { Freigabe } from '../domain/freigabe.ts';

/**
 * The releases as they count in the catalogue of today: where a Leistung was split or merged its text stands under what
 * continues it, until that gets a text of its own. Of several texts for one the youngest counts.
 */
export function carryFreigaben(
  catalogue: Catalogue,
  freigaben: readonly Freigabe[],
  date: LocalDate,
): readonly Freigabe[] {
  const own = new Set(freigaben.map(({ leistungId }) => leistungId));
  const carried = new Map<string, Freigabe>();
  const youngestFirst = freigaben.toSorted((a, b) => b.freigegebenAm.getTime() - a.freigegebenAm.getTime());
  for (const freigabe of youngestFirst) {
    for (const id of successorsOf(catalogue, freigabe.leistungId, date)) {
      // Nothing was released under this number yet: whoever edits it begins with 0.
      if (!own.has(id) && !carried.has(id)) carried.set(id, { ...freigabe, leistungId: id, nummer: 0 });
    }
  }
  return [
    ...freigaben.filter(({ leistungId }) => catalogue.leistungById.has(leistungId)),
    ...carried.values(),
  ];
}
