import type { Leistung } from '#catalogue';
import { kettenOf } from '#descriptions';
import {
  type FacettenWahl,
  type FinderReadDeps,
  findLeistungen,
  type Suchergebnis,
  type Treffer,
} from '#finder';
import type { LocalDate } from '#kernel';
import { offeringBody, type Place, type Route, type RoutingWorld, routeOf } from '#routing';
import type { AuskunftDeps } from '../deps.ts';
import { findPlaceOfWords } from './find-place-of-words.ts';
import { type Ortsantwort, placeIn } from './ortsantwort.ts';

/** What a citizen asks. */
export interface Suchfrage {
  /** The line as it was typed; a place may stand in it. */
  readonly text: string;
  /** A place beside it: PLZ, name, address, key, position; empty for none. */
  readonly ort: string;
  /** The place of the site where somebody searches. */
  readonly own: Place | null;
  readonly wahl: FacettenWahl;
  readonly ab: number;
  /** Whether the search may be counted (without who searched). */
  readonly gezaehlt: boolean;
}

/** A hit, and who is competent for it at the place. */
export interface Fund extends Treffer {
  /** Null without a place. */
  readonly route: Route | null;
}

export interface Suchantwort extends Omit<Suchergebnis, 'treffer'> {
  /** The words without the place. */
  readonly worte: string;
  readonly ort: Ortsantwort;
  readonly funde: readonly Fund[];
  readonly ab: number;
}

/** So many hits stand on a page. */
export const jeSeite = 10;
/** An Onlinedienst that fits nearly as well as the best hit comes first. */
const nearlyAsGood = 0.8;
const silent = { note: () => {}, flush: async () => {} };
const nothing = {
  gesamt: 0,
  facetten: { themenfelder: [], zielgruppen: { buerger: 0, unternehmen: 0 }, online: 0 },
  meinten: null,
};

/**
 * Finds Leistungen for a line of words at its place, each with who is competent there, Onlinedienste first where they fit.
 * While the place is not clear, or where only a place was typed, nothing is searched. Ended Leistungen are never found.
 */
export async function findAtPlace(deps: AuskunftDeps, frage: Suchfrage): Promise<Suchantwort> {
  const world = await deps.routing.world();
  const { rest, ort } = findPlaceOfWords(world, frage);
  const empty: Suchantwort = { worte: rest, ort, funde: [], ab: frage.ab, ...nothing };
  if (rest === '' || ort.kind === 'mehrere' || ort.kind === 'unbekannt') return empty;
  const place = placeIn(ort);
  const found = await findLeistungen(finderAt(deps, rest, place, frage.gezaehlt), {
    text: rest,
    limit: jeSeite,
    offset: frage.ab,
    facetten: frage.wahl,
  });
  if (!found.ok) return empty;
  const { treffer, gesamt, facetten, meinten } = found.value;
  const ended = await deps.ended(deps.clock.today());
  const living = treffer
    .filter(({ leistungId }) => !ended.has(leistungId))
    .map((one) => ({ ...one, geschwister: one.geschwister.filter((id) => !ended.has(id)) }));
  const funde = await Promise.all(
    living.map((one) => (place === null ? { ...one, route: null } : fundAt(deps, world, one, place))),
  );
  const left = gesamt - (treffer.length - living.length);
  return { worte: rest, ort, funde: onlineFirst(funde), gesamt: left, facetten, meinten, ab: frage.ab };
}

/** A hit with its route. One that names an object alone stands for the Leistung of that object that works online there. */
async function fundAt(deps: AuskunftDeps, world: RoutingWorld, hit: Treffer, place: Place): Promise<Fund> {
  const route = await routeAt(deps, hit.leistungId, place);
  const online = route === null ? null : onlineOfObject(world, hit.leistungId, route);
  if (online === null) return { ...hit, route };
  return { ...hit, leistungId: online.id, name: online.name, route: await routeAt(deps, online.id, place) };
}

function onlineOfObject(
  { catalogue, dienste }: RoutingWorld,
  id: string,
  { onlinedienst, stelle, place }: Route,
): Leistung | null {
  const { objekt, leistungstyp } = catalogue.leistungById.get(id) ?? {};
  if (onlinedienst !== null || leistungstyp !== 'lo' || !objekt) return null;
  const body = stelle && offeringBody(stelle, place);
  const running = dienste.filter(({ ags, ausgesetztGrund }) => ags === body && ausgesetztGrund === null);
  const key = running.flatMap(({ leika }) => leika).find((each) => each.startsWith(objekt));
  return (key && catalogue.leistungByLeika.get(key)) || null;
}

/** The route of a Leistung at a place today, with what feeds say; null where the catalogue does not hold it. */
export async function routeAt(
  { routing, clock }: Pick<AuskunftDeps, 'routing' | 'clock'>,
  leistungId: string,
  place: Place,
  tag: LocalDate = clock.today(),
): Promise<Route | null> {
  const [world, fremd] = await Promise.all([
    routing.world(),
    routing.fremd(leistungId, kettenOf(place.ars), tag),
  ]);
  const route = routeOf(world, { leistungId, place, tag, fuer: 'buerger' }, fremd);
  return route.ok ? route.value : null;
}

/** The finder for a place that is known already. */
function finderAt(
  { finder }: AuskunftDeps,
  rest: string,
  place: Place | null,
  gezaehlt: boolean,
): Pick<FinderReadDeps, 'index' | 'ort' | 'signals' | 'log'> {
  const known = place && { rest, ort: { name: place.name, kette: kettenOf(place.ars) }, orte: [] };
  return {
    index: finder.index,
    signals: finder.signals,
    ort: { ...finder.ort, inLine: async () => known },
    log: gezaehlt ? finder.log : silent,
  };
}

/** What does not exist at the place comes last. */
function onlineFirst(funde: readonly Fund[]): readonly Fund[] {
  const best = Math.max(0, ...funde.map(({ score }) => score));
  const rankOf = ({ route, score }: Fund) => {
    if (route?.verdict === 'nicht einschlägig') return 2;
    return route?.onlinedienst && score >= best * nearlyAsGood ? 0 : 1;
  };
  return funde.toSorted((a, b) => rankOf(a) - rankOf(b));
}
