import type { Catalogue } from '#catalogue';

const most = 12;

/** Another Leistung of the same OZG-Leistung: a search finds one of them, the page leads to the others. */
export interface Verwandte {
  readonly id: string;
  readonly name: string;
}

/** The Leistungen beside one in its OZG-Leistung, those of the same object first; ended ones are left out. */
export function relatedLeistungen(
  { leistungen, leistungById }: Catalogue,
  id: string,
  ended: ReadonlyMap<string, unknown>,
): readonly Verwandte[] {
  const own = leistungById.get(id);
  if (!own || own.ozgId === null) return [];
  const others = leistungen.filter(
    (each) => each.ozgId === own.ozgId && each.id !== id && !ended.has(each.id),
  );
  const sameObject = (objekt: string | null) => Number(objekt !== own.objekt);
  return others
    .toSorted((a, b) => sameObject(a.objekt) - sameObject(b.objekt) || a.name.localeCompare(b.name, 'de'))
    .slice(0, most)
    .map(({ id: each, name }) => ({ id: each, name }));
}
