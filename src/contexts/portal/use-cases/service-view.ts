import { type Catalogue, lineageOf } from '#catalogue';
import { verdictOf } from '#duties';
import { type Abschnitt, abschnitte, type Freigabetext, type LiveDienst, stelleOn } from '#efa';
import { ok, type Result, refuse } from '#kernel';
import type { PortalReadDeps, PortalSite } from '../deps.ts';
import { type Office, officeFor } from '../domain/office.ts';
import type { Oeffnungszeiten } from '../domain/opening-hours.ts';
import type { Site } from '../domain/site.ts';
import { serviceEnded, serviceUnknown } from '../errors.ts';
import { readOffices } from '../store.ts';
import { otherBody } from './find-services.ts';
import { type Bestand, dienstFor, leistungenOf, readBestand } from './read-bestand.ts';
import type { DienstSeite } from './read-dienst.ts';

/** Where citizens turn: an office as the Kommune described it, or as its Onlinedienst names it. */
export interface Anlaufstelle {
  readonly name: string;
  readonly anschrift: string;
  readonly telefon: string;
  readonly email: string;
  /** Structured hours, or the text that the Onlinedienst carries. */
  readonly zeiten: Oeffnungszeiten | string;
}

/** A service page. Parts without text are left out. */
export interface ServiceView {
  readonly id: string;
  readonly name: string;
  readonly texte: readonly { readonly abschnitt: Abschnitt; readonly text: string | readonly string[] }[];
  readonly normen: readonly { readonly text: string; readonly url: string | null }[];
  readonly online: { readonly dienst: string; readonly ausgesetzt: string | null } | null;
  readonly stellen: readonly Anlaufstelle[];
  /** The competent body where it is not this Kommune. */
  readonly anderswo: string | null;
}

type ViewDeps = Pick<PortalReadDeps, 'db' | 'clock' | 'world' | 'ended' | 'dienste'>;
type ViewSite = Pick<PortalSite, 'tenant' | 'ags' | 'name'>;

/** The page of an Onlinedienst that is live here, or rests. */
export async function dienstView(
  deps: ViewDeps,
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
  return ok({
    id: dienst,
    name: live.titel,
    texte: textsOfDienst(seite),
    normen: seite?.normen ?? [],
    online: { dienst, ausgesetzt: live.ausgesetztGrund },
    stellen: stellenFor(offices, withForerunners(catalogue, ids, bestand), live, description, bestand),
    anderswo: null,
  });
}

/** The page of a Leistung: released text, or that of its Onlinedienst, or only who is competent. Ended ones are refused. */
export async function leistungView(
  deps: ViewDeps,
  site: ViewSite,
  description: Site,
  id: string,
): Promise<Result<ServiceView>> {
  const [bestand, world] = await Promise.all([readBestand(deps, site), deps.world()]);
  const leistung = world.catalogue.leistungById.get(id);
  if (!leistung) return refuse(serviceUnknown(site.name));
  const last = bestand.ended.get(id);
  if (last) return refuse(serviceEnded(leistung.name, last));
  const live = dienstFor(world.catalogue, bestand, id);
  const released = bestand.texte.get(id);
  const anderswo = released || live ? null : await competentBody(deps, site, id);
  if (anderswo === undefined) return refuse(serviceUnknown(site.name));
  const [seite, offices] = await Promise.all([
    live ? deps.dienste(site.tenant, live, bestand.heute) : null,
    deps.db.withPublic((tx) => readOffices(tx, site.tenant)),
  ]);
  return ok({
    id,
    name: leistung.name,
    texte: released ? textsOfFreigabe(released) : textsOfDienst(seite),
    normen: seite?.normen ?? [],
    online: live && { dienst: live.dienst, ausgesetzt: live.ausgesetztGrund },
    stellen:
      anderswo === null
        ? stellenFor(offices, withForerunners(world.catalogue, [id], bestand), live, description, bestand)
        : [],
    anderswo,
  });
}

/** Null: this Kommune; undefined: nobody knows, so there is no page. */
async function competentBody(deps: ViewDeps, site: ViewSite, id: string): Promise<string | null | undefined> {
  const { catalogue, territory, duties } = await deps.world();
  const [leistung, body] = [catalogue.leistungById.get(id), territory.bodyByAgs.get(site.ags)];
  if (!leistung || !body) return undefined;
  const verdict = verdictOf(duties, leistung, body, deps.clock.today());
  return verdict.verdict === 'selbst' ? null : (otherBody(verdict) ?? undefined);
}

function textsOfFreigabe(text: Freigabetext): ServiceView['texte'] {
  return abschnitte.flatMap((abschnitt) =>
    text[abschnitt] === '' ? [] : [{ abschnitt, text: text[abschnitt] }],
  );
}

function textsOfDienst(seite: DienstSeite | null): ServiceView['texte'] {
  const texte = seite?.texte;
  if (!texte) return [];
  const all: ServiceView['texte'] = [
    { abschnitt: 'was', text: texte.what },
    { abschnitt: 'fuerWen', text: texte.forWhom },
    { abschnitt: 'benoetigt', text: texte.need },
    { abschnitt: 'kosten', text: texte.cost },
    { abschnitt: 'dauer', text: texte.time },
    { abschnitt: 'frist', text: texte.deadline },
    { abschnitt: 'recht', text: texte.law },
  ];
  return all.filter(({ text }) => text.length > 0);
}

/** An office named for a Leistung is that of its parts and of what it was merged into, too. */
function withForerunners(
  catalogue: Catalogue,
  ids: readonly string[],
  { heute }: Bestand,
): readonly string[] {
  return ids.flatMap((id) => lineageOf(catalogue, id, heute));
}

/** The offices that handle the Leistungen; else the one that the Onlinedienst names; else the town hall. */
function stellenFor(
  offices: readonly Office[],
  leistungIds: readonly string[],
  live: LiveDienst | null,
  description: Site,
  { heute }: Bestand,
): readonly Anlaufstelle[] {
  const own = [...new Set(leistungIds.flatMap((id) => officeFor(offices, id) ?? []))];
  if (own.length > 0)
    return own.map((office) => ({
      ...office,
      anschrift: office.anschrift || description.anschrift,
      zeiten: office.oeffnungszeiten,
    }));
  const named = live && stelleOn(live.stellen, heute);
  if (named) return [{ ...named, zeiten: named.oeffnungszeiten }];
  const { name, anschrift, telefon, email, oeffnungszeiten } = description;
  return [{ name, anschrift, telefon, email, zeiten: oeffnungszeiten }];
}
