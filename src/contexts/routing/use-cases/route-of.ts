import { type Leistung, lineageOf } from '#catalogue';
import { type Verdict, verdictOf } from '#duties';
import { type LocalDate, ok, type Result, refuse } from '#kernel';
import { chooseAlternative } from '../domain/choose-alternative.ts';
import { chooseOffice, isPublic } from '../domain/choose-office.ts';
import { foreignLink } from '../domain/foreign-link.ts';
import type { Place } from '../domain/place.ts';
import {
  type Anlaufstelle,
  type Fremdes,
  type LocalDienst,
  type Nutzergruppe,
  nichtsFremdes,
  type Route,
  type RouteDienst,
} from '../domain/route.ts';
import { leistungUnknown } from '../errors.ts';
import { bodyKey, type RoutingWorld } from '../routing-world.ts';
import { audienceReasons, competenceReasons, dienstReason, officeReason } from './route-reasons.ts';
import { offenText, offeringBody, type Stelle, stelleOf } from './route-stelle.ts';

/** What is asked: a Leistung by our id, a place, a day, and for whom. */
export interface RouteAsk {
  readonly leistungId: string;
  readonly place: Place;
  readonly tag: LocalDate;
  readonly fuer: Nutzergruppe;
}

/**
 * Who is competent for a Leistung at a place, from the Gemeinde up to the Bund, where to turn, and whether it works
 * online. Pure: equal facts, equal route. Refuses only a Leistung that the catalogue does not hold.
 */
export function routeOf(world: RoutingWorld, ask: RouteAsk, fremd: Fremdes = nichtsFremdes): Result<Route> {
  const leistung = world.catalogue.leistungById.get(ask.leistungId);
  if (leistung === undefined) return refuse(leistungUnknown(ask.leistungId));
  const verdict = verdictOf(world.duties, leistung, bodyOf(world, ask.place), ask.tag);
  const stelle = stelleOf(world, verdict, ask.place);
  return ok(routeWith(world, ask, { leistung, verdict, stelle, fremd }));
}

interface Found {
  readonly leistung: Leistung;
  readonly verdict: Verdict;
  readonly stelle: Stelle | null;
  readonly fremd: Fremdes;
}

const nowhere = { amt: null, onlinedienst: null, ruht: null, statt: null, destination: null } as const;

function routeWith(world: RoutingWorld, ask: RouteAsk, found: Found): Route {
  const { leistung, verdict, stelle } = found;
  const { place, tag, fuer } = ask;
  const reasons = [...audienceReasons(world.zielgruppen(leistung, tag), fuer), ...competenceReasons(verdict)];
  const head = {
    leistungId: leistung.id,
    leika: leistung.leika,
    leistung: leistung.name,
    ...{ place, tag, fuer, verdict: verdict.verdict, stelle },
    offen: offenText(verdict, place),
  };
  if (verdict.verdict === 'nicht einschlägig') return { ...head, gruende: reasons, ...nowhere };
  const { gruende, ...way } = wayFor(world, ask, found);
  return { ...head, gruende: [...reasons, ...gruende], ...way };
}

/** Office, Onlinedienst or the nearest other way, and Zustellpunkt, with their reasons. */
function wayFor(world: RoutingWorld, ask: RouteAsk, found: Found) {
  const { leistung, stelle, fremd } = found;
  const { place, tag } = ask;
  const dienst = dienstFor(world, leistung, place, stelle);
  // Where nobody knows who acts, the Gemeinde is asked first.
  const helper = dienst?.ags ?? (stelle === null ? place.ags : stelle.ags);
  const amt = officeFor(world, ask, found, dienst, helper);
  const onlinedienst = onlineFor(world, ask, dienst, found);
  const verwandt = onlinedienst ? null : verwandterDienst(world, leistung, helper, tag);
  return {
    gruende: [...officeReason(amt, stelle), ...dienstReason(onlinedienst, dienst)],
    amt,
    onlinedienst,
    ruht: dienst?.ausgesetztGrund ?? null,
    statt: onlinedienst ? null : chooseAlternative(verwandt, fremd, amt, whomToAsk(stelle, place)),
    destination: (dienst && runs(dienst, tag) ? dienst.ziele.get(leistung.leika ?? '') : null) ?? null,
  };
}

function whomToAsk(stelle: Stelle | null, place: Place): string {
  return stelle?.name ?? `Gemeindeverwaltung von ${place.name}`;
}

function officeFor(
  world: RoutingWorld,
  { tag }: RouteAsk,
  { leistung, fremd }: Found,
  dienst: LocalDienst | null,
  helper: string | null,
): Anlaufstelle | null {
  const auftritt = helper === null ? null : (world.auftrittByAgs.get(helper) ?? null);
  const body = helper === null ? undefined : world.territory.bodyByAgs.get(helper);
  const website = body?.website ?? null;
  return chooseOffice(
    { auftritt, dienst, fremd, website, koerperschaft: body?.name ?? null },
    lineageOf(world.catalogue, leistung.id, tag),
    tag,
  );
}

type DutyBody = Parameters<typeof verdictOf>[2];

/** The body as the duties know it; outside Nordrhein-Westfalen only its key speaks. */
function bodyOf({ territory, duties }: RoutingWorld, { ags, name, kreis }: Place): DutyBody {
  const known = duties.bodyByAgs.get(ags) ?? territory.bodyByAgs.get(ags);
  return known ?? { ags, name, art: 'gemeinde', kreisAgs: kreis === null ? null : ags.slice(0, 5) };
}

/** The Onlinedienst of the body that acts; where nobody knows who acts, that of the Gemeinde. */
function dienstFor(
  world: RoutingWorld,
  leistung: Leistung,
  place: Place,
  stelle: Stelle | null,
): LocalDienst | null {
  const ags = offeringBody(stelle, place);
  return (ags === null ? null : world.dienstByBodyAndLeistung.get(bodyKey(ags, leistung.id))) ?? null;
}

function onlineFor(
  world: RoutingWorld,
  { place, tag }: RouteAsk,
  dienst: LocalDienst | null,
  { leistung, fremd }: Found,
): RouteDienst | null {
  const href = dienst && ownHref(world, dienst, leistung, place, tag);
  if (dienst && href)
    return {
      name: dienst.titel,
      href,
      quelle: 'eigen',
      vertrauensniveau: null,
      gebuehr: dienst.gebuehr ?? fremd.kosten,
    };
  const [foreign] = fremd.dienste;
  if (foreign === undefined) return null;
  return {
    name: foreign.bezeichnung,
    href: foreignLink(foreign, place, leistung.leika),
    quelle: 'fremd',
    vertrauensniveau: foreign.vertrauensniveau,
    gebuehr: fremd.kosten,
  };
}

/** The service page on the site of the Kommune that runs it, with the place; null where it rests or is not public. */
function ownHref(
  world: RoutingWorld,
  dienst: LocalDienst,
  leistung: Leistung,
  place: Place,
  tag: LocalDate,
): string | null {
  const auftritt = world.auftrittByAgs.get(dienst.ags);
  if (!runs(dienst, tag)) return null;
  if (auftritt === undefined || !isPublic(auftritt, tag)) return null;
  return `${auftritt.origin}/leistungen/${leistung.id}?ort=${place.ags}`;
}

/** Whether citizens can use it on a day. */
function runs({ ausgesetztGrund, seit }: LocalDienst, tag: LocalDate): boolean {
  return ausgesetztGrund === null && seit <= tag;
}

/** Another Onlinedienst of the same body for the same object. */
function verwandterDienst(
  world: RoutingWorld,
  leistung: Leistung,
  ags: string | null,
  tag: LocalDate,
): { readonly name: string; readonly href: string } | null {
  if (ags === null || leistung.objekt === null) return null;
  const auftritt = world.auftrittByAgs.get(ags);
  const dienste = world.diensteByBodyAndObjekt.get(bodyKey(ags, leistung.objekt)) ?? [];
  const usable = dienste.find((dienst) => runs(dienst, tag));
  if (usable === undefined || auftritt === undefined || !isPublic(auftritt, tag)) return null;
  return { name: usable.titel, href: `${auftritt.origin}/dienste/${usable.dienst}` };
}
