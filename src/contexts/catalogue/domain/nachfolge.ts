import type { LocalDate } from '#kernel';
import type { LeistungId } from './leistung-id.ts';

export const nachfolgeArten = ['teilung', 'zusammenlegung'] as const;
export type NachfolgeArt = (typeof nachfolgeArten)[number];

/** That a Leistung continues, in whole or in part, in another one; a mere rename keeps the id and needs none. */
export interface Nachfolge {
  readonly von: LeistungId;
  readonly nach: LeistungId;
  readonly art: NachfolgeArt;
  /** The Fassung that says so, and its state date. */
  readonly fassung: number;
  readonly seit: LocalDate;
  /** False where that Fassung was taken back. */
  readonly gilt: boolean;
}

/** What is needed of a catalogue to follow a Leistung. */
export interface Lineage {
  readonly leistungById: ReadonlyMap<LeistungId, unknown>;
  readonly nachfolgen: readonly Nachfolge[];
}

/**
 * The Leistungen of the catalogue that continue `id` on a day: none where it is in force itself or where nothing
 * continues it. A Leistung that came into being by a split or a merge which was undone since leads back to where it
 * came from, so that nothing recorded under it is lost.
 */
export function successorsOf(catalogue: Lineage, id: LeistungId, date: LocalDate): readonly LeistungId[] {
  if (catalogue.leistungById.has(id)) return [];
  const edges = catalogue.nachfolgen.filter(({ seit }) => seit <= date);
  return follow(catalogue, edges, id, new Set([id]));
}

/**
 * Every Leistung whose records count for `id` on a day: itself, those that it continues, and one that it was split off
 * from and that goes on beside it.
 */
export function lineageOf(catalogue: Lineage, id: LeistungId, date: LocalDate): readonly LeistungId[] {
  const ids = new Set(catalogue.nachfolgen.flatMap(({ von, nach }) => [von, nach]));
  const splitOff = new Set(
    catalogue.nachfolgen
      .filter(({ nach, art, gilt, seit }) => nach === id && art === 'teilung' && gilt && seit <= date)
      .map(({ von }) => von),
  );
  const goesOn = (each: LeistungId) => splitOff.has(each) && catalogue.leistungById.has(each);
  const before = [...ids].filter(
    (each) => each !== id && (goesOn(each) || successorsOf(catalogue, each, date).includes(id)),
  );
  return [id, ...before];
}

function follow(
  catalogue: Lineage,
  edges: readonly Nachfolge[],
  id: LeistungId,
  seen: Set<LeistungId>,
): readonly LeistungId[] {
  const forward = newest(edges.filter(({ von, gilt }) => gilt && von === id)).map(({ nach }) => nach);
  const found = forward.flatMap((next) => step(catalogue, edges, next, seen));
  if (found.length > 0) return [...new Set(found)];
  const back = newest(edges.filter(({ nach }) => nach === id)).map(({ von }) => von);
  return [...new Set(back.flatMap((next) => step(catalogue, edges, next, seen)))];
}

function step(
  catalogue: Lineage,
  edges: readonly Nachfolge[],
  id: LeistungId,
  seen: Set<LeistungId>,
): readonly LeistungId[] {
  if (catalogue.leistungById.has(id)) return [id];
  if (seen.has(id)) return [];
  seen.add(id);
  return follow(catalogue, edges, id, seen);
}

/** What the youngest Fassung says that says anything. */
function newest(edges: readonly Nachfolge[]): readonly Nachfolge[] {
  const last = Math.max(...edges.map(({ fassung }) => fassung));
  return edges.filter(({ fassung }) => fassung === last);
}
