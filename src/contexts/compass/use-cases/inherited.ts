import { type Catalogue, lineageOf } from '#catalogue';
import type { LocalDate } from '#kernel';
import type { Stand } from '../domain/stand.ts';

/**
 * What the Kommune said about the Leistungen that one without a statement of its own continues, after a split or a merge.
 * It is shown and waits to be confirmed; no figure counts it before. Of several the youngest is shown.
 */
export interface Mitgezogen {
  /** The statement as the first one of the Leistung would begin; nothing is stated under its number yet: fassung 0. */
  readonly stand: Stand;
  /** The Leistung about which it was made. */
  readonly aus: string;
}

/** The statements that were carried along, by the Leistung for which they wait. */
export function inheritedStaende(
  catalogue: Catalogue,
  staende: readonly Stand[],
  date: LocalDate,
): ReadonlyMap<string, Mitgezogen> {
  const own = new Map(staende.map((stand) => [stand.leistungId, stand]));
  const heirs = [...new Set(catalogue.nachfolgen.flatMap(({ von, nach }) => [von, nach]))];
  return new Map(
    heirs.flatMap((id) => {
      if (own.has(id) || !catalogue.leistungById.has(id)) return [];
      const before = lineageOf(catalogue, id, date).flatMap((each) => own.get(each) ?? []);
      const [youngest] = before.toSorted((a, b) => b.angegebenAm.getTime() - a.angegebenAm.getTime());
      return youngest ? [[id, mitgezogen(youngest, id)] as const] : [];
    }),
  );
}

/** The Leistungen about which something must be read to know what one of `ids` inherits; they are among them. */
export function withLineage(
  catalogue: Catalogue,
  ids: readonly string[],
  date: LocalDate,
): readonly string[] {
  if (catalogue.nachfolgen.length === 0) return ids;
  return [...new Set(ids.flatMap((id) => lineageOf(catalogue, id, date)))];
}

function mitgezogen(stand: Stand, leistungId: string): Mitgezogen {
  return { stand: { ...stand, leistungId, fassung: 0 }, aus: stand.leistungId };
}
