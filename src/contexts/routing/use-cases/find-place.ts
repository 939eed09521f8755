import { ok, type Result, refuse, type Suggestion } from '#kernel';
import type { Place, PlaceAnswer, PlaceQuestion } from '../domain/place.ts';
import { placesOf } from '../domain/places-of.ts';
import { placeAmbiguous, placeMissing, placeUnknown } from '../errors.ts';
import type { RoutingWorld } from '../routing-world.ts';

/** A place as an address or a command names it: exactly one of them. */
export interface PlaceInput {
  readonly ort?: string | undefined;
  readonly ags?: string | undefined;
  readonly ars?: string | undefined;
  readonly lat?: number | undefined;
  readonly lon?: number | undefined;
}

/** Finds places; refuses `ROUTING_PLACE_UNKNOWN` with near ones, `ROUTING_PLACE_MISSING` where nothing clear is asked. */
export function findPlaces(
  { places }: Pick<RoutingWorld, 'places'>,
  input: PlaceInput,
): Result<Exclude<PlaceAnswer, { kind: 'none' }>> {
  const question = questionOf(input);
  if (question === null) return refuse(placeMissing);
  const answer = placesOf(places, question);
  if (answer.kind !== 'none') return ok(answer);
  return refuse(placeUnknown(textOf(input), answer.near.map(suggestionOf)));
}

/** One place; of several refuses `ROUTING_PLACE_AMBIGUOUS` with all of them. */
export function findPlace(
  world: Pick<RoutingWorld, 'places'>,
  input: PlaceInput,
): Result<{ readonly place: Place; readonly via: string | null }> {
  const found = findPlaces(world, input);
  if (!found.ok) return found;
  const answer = found.value;
  return answer.kind === 'one'
    ? ok({ place: answer.place, via: answer.via })
    : refuse(placeAmbiguous(answer.frage, answer.places.map(suggestionOf)));
}

/** „Lemgo (Kreis Lippe, Nordrhein-Westfalen), AGS 05766044“. */
export function suggestionOf(place: Place): Suggestion {
  return { key: place.ags, label: `${placeText(place)}, AGS ${place.ags}` };
}

/** „Lemgo (Kreis Lippe, Nordrhein-Westfalen)“. */
export function placeText({ name, kreis, land }: Place): string {
  return `${name} (${[kreis, land].filter((part) => part !== null).join(', ')})`;
}

function questionOf({ ort, ags, ars, lat, lon }: PlaceInput): PlaceQuestion | null {
  const point = lat !== undefined && lon !== undefined ? { lat, lon } : null;
  const half = (lat === undefined) !== (lon === undefined);
  const asked = [
    ort === undefined || ort.trim() === '' ? null : ort,
    ags === undefined ? null : { ags },
    ars === undefined ? null : { ars },
    point,
  ].filter((each) => each !== null);
  return asked.length === 1 && !half ? (asked[0] ?? null) : null;
}

function textOf({ ort, ags, ars, lat, lon }: PlaceInput): string {
  return ort?.slice(0, 100) ?? ags ?? ars ?? `${lat}, ${lon}`;
}
