import type { Place, RoutingWorld } from '#routing';
import type { AuskunftDeps } from '../deps.ts';

/**
 * Where a Leistung is answered for a place, seen from a Kommune's site: on that site for its own place, else on the site of
 * the other Kommune where it has a public one, else in the search of the whole country. Place and Leistung go along.
 */
export function leistungHref(
  { auftrittByAgs }: Pick<RoutingWorld, 'auftrittByAgs'>,
  { sucheOrigin, clock }: Pick<AuskunftDeps, 'sucheOrigin' | 'clock'>,
  ownAgs: string,
) {
  return (leistungId: string, place: Place | null): string => {
    const path = `/leistungen/${leistungId}`;
    if (place === null || place.ags === ownAgs) return path;
    const auftritt = auftrittByAgs.get(place.ags);
    const since = auftritt?.veroeffentlichtAb ?? null;
    const isPublic = since !== null && since <= clock.today();
    const origin = auftritt && isPublic ? auftritt.origin : sucheOrigin;
    return `${origin}${path}?ort=${place.ags}`;
  };
}
