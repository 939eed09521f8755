import { ok, type Result, refuse } from '#kernel';
import type { Place } from '#routing';
import type { AuskunftDeps } from '../deps.ts';
import { leistungUnknown, serviceEnded } from '../errors.ts';
import { routeAt } from './find-at-place.ts';
import { relatedLeistungen } from './related-leistungen.ts';
import { type ServiceView, stellenOf } from './service-view.ts';
import { textsAtPlace } from './texts-at-place.ts';

/**
 * What is known of a Leistung at a place, whoever is competent: the texts of all levels, the route with its reasons. Without
 * a place only what holds everywhere. Refuses unknown and ended ones.
 */
export async function auskunft(
  deps: AuskunftDeps,
  id: string,
  place: Place | null,
): Promise<Result<ServiceView>> {
  const today = deps.clock.today();
  const [catalogue, ended] = await Promise.all([deps.finder.catalogue(), deps.ended(today)]);
  const leistung = catalogue.leistungById.get(id);
  if (!leistung) return refuse(leistungUnknown(id));
  const last = ended.get(id);
  if (last) return refuse(serviceEnded(leistung.name, last));
  const [route, merged] = await Promise.all([
    place && routeAt(deps, id, place),
    textsAtPlace(deps, id, place, today),
  ]);
  return ok({
    id,
    name: leistung.name,
    texte: merged?.abschnitte ?? [],
    stand: merged?.stand ?? null,
    normen: leistung.rechtsgrundlagen,
    online: null,
    stellen: stellenOf(route),
    anderswo: route?.stelle?.name ?? null,
    place,
    route,
    verwandte: relatedLeistungen(catalogue, id, ended),
  });
}
