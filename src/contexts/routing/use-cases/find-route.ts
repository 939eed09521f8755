import { resolveLeistung } from '#catalogue';
import { type LocalDate, ok, type Result } from '#kernel';
import type { RoutingDeps } from '../deps.ts';
import { ketteOf } from '../domain/kette.ts';
import type { Nutzergruppe, Reason, Route } from '../domain/route.ts';
import { findPlace, type PlaceInput } from './find-place.ts';
import { routeOf } from './route-of.ts';

/** What somebody asks at a door: a Leistung by id, key or name, a place, a day, for whom. */
export interface RouteInput {
  readonly leistung: string;
  readonly place: PlaceInput;
  readonly tag: LocalDate;
  readonly fuer: Nutzergruppe;
}

/** The route with what feeds say; refuses an unknown Leistung or place with near ones, and a place that is not clear. */
export async function findRoute(
  { world, fremd }: Pick<RoutingDeps, 'world' | 'fremd'>,
  { leistung: text, place: input, tag, fuer }: RouteInput,
): Promise<Result<Route>> {
  const current = await world();
  const leistung = resolveLeistung(current.catalogue, text);
  if (!leistung.ok) return leistung;
  const found = findPlace(current, input);
  if (!found.ok) return found;
  const { place, via } = found.value;
  const foreign = await fremd(leistung.value.id, ketteOf(place.ars), tag);
  const route = routeOf(current, { leistungId: leistung.value.id, place, tag, fuer }, foreign);
  if (!route.ok || via === null) return route;
  return ok({ ...route.value, gruende: [placeReason(via), ...route.value.gruende] });
}

/** How one came from the place that was asked to the one that answers: a merger. */
function placeReason(via: string): Reason {
  const unknown = { quelle: null, evidenz: null, gueltigVon: null, gueltigBis: null, hinweis: null };
  return { schritt: 'Ort', text: via, ...unknown };
}
