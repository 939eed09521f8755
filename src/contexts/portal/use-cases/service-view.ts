import { type MergedAbschnitt, type MergedBeschreibung, mergeBeschreibung } from '#descriptions';
import { ok, type Result, refuse } from '#kernel';
import type { Place, Route } from '#routing';
import type { AuskunftDeps, PortalSite } from '../deps.ts';
import type { Site } from '../domain/site.ts';
import { serviceEnded, serviceUnknown } from '../errors.ts';
import { readOffices } from '../store.ts';
import { type Anlaufstelle, stellenFor, stellenOf, withForerunners } from './anlaufstellen.ts';
import { routeAt } from './find-at-place.ts';
import { placeOfBody } from './find-place-of-words.ts';
import { dienstFor, leistungenOf, readBestand } from './read-bestand.ts';
import { relatedLeistungen, type Verwandte } from './related-leistungen.ts';
import { textOfDienst, textsAtPlace } from './texts-at-place.ts';

/** A service page. Parts without text are left out. */
export interface ServiceView {
  readonly id: string;
  readonly name: string;
  readonly texte: readonly MergedAbschnitt[];
  /** The youngest day on which one of the texts was edited; null without texts. */
  readonly stand: string | null;
  readonly normen: readonly { readonly text: string; readonly url: string | null }[];
  readonly online: { readonly dienst: string; readonly ausgesetzt: string | null } | null;
  readonly stellen: readonly Anlaufstelle[];
  /** The competent body where it is not this Kommune. */
  readonly anderswo: string | null;
  /** The place that the page answers for, and who is competent there with all reasons; null for an Onlinedienst. */
  readonly place: Place | null;
  readonly route: Route | null;
  readonly verwandte: readonly Verwandte[];
}

type ViewSite = Pick<PortalSite, 'tenant' | 'ags' | 'name'>;

/** The page of an Onlinedienst that is live here, or rests. */
export async function dienstView(
  deps: AuskunftDeps,
  site: ViewSite,
  description: Site,
  dienst: string,
): Promise<Result<ServiceView>> {
  const [bestand, { catalogue }] = await Promise.all([readBestand(deps, site), deps.world()]);
  const live = bestand.live.find((each) => each.dienst === dienst);
  if (!live) return refuse(serviceUnknown(site.name));
  const [seite, offices] = await Promise.all([
    deps.dienste(site.tenant, live, bestand.heute),
    deps.db.withPublic((tx) => readOffices(tx, site.tenant)),
  ]);
  const ids = leistungenOf(catalogue, live);
  const head = { leistungId: ids[0] ?? '', ars: site.ags.padEnd(12, '0'), name: live.titel };
  return ok({
    id: dienst,
    name: live.titel,
    ...textsOf(mergeBeschreibung(seite ? [textOfDienst(head, live, seite)] : [])),
    normen: seite?.normen ?? [],
    online: { dienst, ausgesetzt: live.ausgesetztGrund },
    stellen: stellenFor(offices, withForerunners(catalogue, ids, bestand), live, description, bestand),
    anderswo: null,
    place: null,
    route: null,
    verwandte: [],
  });
}

/**
 * The page of a Leistung: what is written about it here, how to get it, who is competent and why. Ended ones are refused;
 * where nobody knows who is competent, the page says so.
 */
export async function leistungView(
  deps: AuskunftDeps,
  site: ViewSite,
  description: Site,
  id: string,
): Promise<Result<ServiceView>> {
  const [bestand, world] = await Promise.all([readBestand(deps, site), deps.routing.world()]);
  const leistung = world.catalogue.leistungById.get(id);
  if (!leistung) return refuse(serviceUnknown(site.name));
  const last = bestand.ended.get(id);
  if (last) return refuse(serviceEnded(leistung.name, last));
  const place = placeOfBody(world, site.ags);
  const live = dienstFor(world.catalogue, bestand, id);
  const [route, merged, offices] = await Promise.all([
    place && routeAt(deps, id, place),
    textsAtPlace(deps, id, place, bestand.heute),
    deps.db.withPublic((tx) => readOffices(tx, site.tenant)),
  ]);
  const here = bestand.texte.has(id) || live !== null || route?.stelle?.ags === site.ags;
  // An office of the Land has no place of its own: of what it does not show nobody knows here who is competent.
  if (place === null && !here) return refuse(serviceUnknown(site.name));
  const lineage = withForerunners(world.catalogue, [id], bestand);
  return ok({
    id,
    name: leistung.name,
    ...textsOf(merged),
    normen: leistung.rechtsgrundlagen,
    online: live && { dienst: live.dienst, ausgesetzt: live.ausgesetztGrund },
    stellen: here ? stellenFor(offices, lineage, live, description, bestand) : stellenOf(route),
    anderswo: here ? null : (route?.stelle?.name ?? null),
    place,
    route,
    verwandte: relatedLeistungen(world.catalogue, id, bestand.ended),
  });
}

function textsOf(merged: MergedBeschreibung | null): Pick<ServiceView, 'texte' | 'stand'> {
  return { texte: merged?.abschnitte ?? [], stand: merged?.stand ?? null };
}
