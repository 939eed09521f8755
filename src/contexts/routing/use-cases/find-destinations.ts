import type { LocalDate } from '#kernel';
import type { PlaceRow } from '../domain/place.ts';
import { placeOf } from '../domain/places-of.ts';
import { type Auftritt, nichtsFremdes, type Route } from '../domain/route.ts';
import type { RoutingWorld } from '../routing-world.ts';
import { routeOf } from './route-of.ts';

/** A Zustellpunkt that answers for a Leistung in an area, with the route that leads there. */
export interface FoundDestination {
  readonly id: string;
  readonly name: string;
  readonly route: Route;
  /** The body that receives, and its area. */
  readonly koerperschaft: string;
  readonly gebiet: string;
  /** The LeiKa keys that go to the same Zustellpunkt by the same Onlinedienst. */
  readonly leika: readonly string[];
  readonly auftritt: Auftritt | null;
}

/**
 * The Zustellpunkte that receive for a Leistung in an area of one or many Gemeinden, each once, by name: those of
 * Kommunen whose Onlinedienst is live. None where nobody is connected.
 */
export function findDestinations(
  world: RoutingWorld,
  leikaKey: string,
  rows: readonly PlaceRow[],
  tag: LocalDate,
): readonly FoundDestination[] {
  const leistung = world.catalogue.leistungByLeika.get(leikaKey);
  if (leistung === undefined || !world.dienste.some(({ leika }) => leika.includes(leikaKey))) return [];
  const found = new Map<string, FoundDestination>();
  for (const row of rows) {
    const route = routeOf(
      world,
      { leistungId: leistung.id, place: placeOf(row), tag, fuer: 'buerger' },
      nichtsFremdes,
    );
    const destination = route.ok ? destinationOf(world, leikaKey, route.value) : null;
    if (destination && !found.has(destination.id)) found.set(destination.id, destination);
  }
  return [...found.values()].toSorted(
    (a, b) => a.koerperschaft.localeCompare(b.koerperschaft, 'de') || (a.id < b.id ? -1 : 1),
  );
}

function destinationOf(world: RoutingWorld, leikaKey: string, route: Route): FoundDestination | null {
  const { destination, stelle, place } = route;
  if (destination === null) return null;
  const ags = stelle?.ags ?? place.ags;
  const dienst = world.dienste.find(
    (each) => each.ags === ags && each.ziele.get(leikaKey)?.id === destination.id,
  );
  const leika = [...(dienst?.ziele ?? [])]
    .filter(([, ziel]) => ziel.id === destination.id)
    .map(([key]) => key);
  return {
    ...destination,
    route,
    koerperschaft: stelle?.name ?? place.name,
    gebiet: ags.length === 5 ? ags : (world.places.byAgs.get(ags)?.ars ?? ags),
    leika,
    auftritt: world.auftrittByAgs.get(ags) ?? null,
  };
}
