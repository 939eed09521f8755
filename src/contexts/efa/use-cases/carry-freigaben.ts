import { type Catalogue, lineageOf } from '#catalogue';
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
  const own = new Map(freigaben.map((freigabe) => [freigabe.leistungId, freigabe]));
  const heirs = new Set(catalogue.nachfolgen.flatMap(({ von, nach }) => [von, nach]));
  const carried = [...heirs].flatMap((id) => {
    if (own.has(id) || !catalogue.leistungById.has(id)) return [];
    const inherited = lineageOf(catalogue, id, date).flatMap((each) => own.get(each) ?? []);
    const youngest = inherited.toSorted((a, b) => b.freigegebenAm.getTime() - a.freigegebenAm.getTime())[0];
    // Nothing was released under this number yet: whoever edits it begins with 0.
    return youngest ? [{ ...youngest, leistungId: id, nummer: 0 }] : [];
  });
  return [...freigaben.filter(({ leistungId }) => catalogue.leistungById.has(leistungId)), ...carried];
}
