import { resolveLeistung } from '#catalogue';
import { ok, type Result } from '#kernel';
import { findPlace } from '#routing';
import type { AuskunftDeps, PortalReadDeps } from '../deps.ts';
import type { Treffer } from '../domain/treffer.ts';
import { auskunft } from './auskunft.ts';
import { findServices, trefferOf } from './find-services.ts';
import { type Angebot, readAngebote } from './read-bestand.ts';
import { ownerOf, publishedSite } from './read-sites.ts';
import { dienstView, leistungView, type ServiceView } from './service-view.ts';

/** What a search on a published site finds. */
export async function searchSite(
  deps: PortalReadDeps,
  slug: string,
  words: string,
): Promise<Result<readonly Treffer[]>> {
  const found = await publishedSite(deps, slug);
  if (!found.ok) return found;
  const { site } = found.value;
  const place = { ags: site.ags, tenant: ownerOf(site) };
  const frage = { text: words, ort: '', wahl: {}, ab: 0, gezaehlt: true };
  return ok(trefferOf(await findServices(deps, place, frage), place));
}

/** A Leistung by id, key or name, as it stands at any place, whoever is competent. Refuses what is unknown or not clear. */
export async function auskunftFor(
  deps: AuskunftDeps,
  leistung: string,
  ort: string,
): Promise<Result<ServiceView>> {
  const world = await deps.routing.world();
  const found = resolveLeistung(world.catalogue, leistung);
  if (!found.ok) return found;
  const place = findPlace(world, { ort });
  return place.ok ? auskunft(deps, found.value.id, place.value.place) : place;
}

/** All services of a published site. */
export async function servicesOfSite(
  deps: PortalReadDeps,
  slug: string,
): Promise<Result<readonly Angebot[]>> {
  const found = await publishedSite(deps, slug);
  if (!found.ok) return found;
  const { site } = found.value;
  return ok((await readAngebote(deps, { ags: site.ags, tenant: ownerOf(site) })).angebote);
}

/** One service of a published site: an Onlinedienst (`hund-anmelden`) or a Leistung (`L02950`). */
export async function serviceOfSite(
  deps: PortalReadDeps,
  slug: string,
  id: string,
): Promise<Result<ServiceView>> {
  const found = await publishedSite(deps, slug);
  if (!found.ok) return found;
  const { site } = found.value;
  const place = { tenant: ownerOf(site), ags: site.ags, name: site.name };
  return /^L\d{5}$/.test(id) ? leistungView(deps, place, site, id) : dienstView(deps, place, site, id);
}
