import { kettenOf } from '#descriptions';
import { type FinderDeps, type OrtPort, openSearchLog, type SignalPort, type Suchort } from '#finder';
import { ok } from '#kernel';
import { findPlace, type Place, placeInLine, placesOf, type RoutingDeps, routeOf } from '#routing';
import { actingFor } from '../organisations.ts';
import type { Services } from '../services.ts';
import { houseOf } from './duties.ts';

type RoutingReader = RoutingDeps['world'];

/** What search and the editors' desk need of the others. */
export function finderDeps(services: Services, routing: RoutingReader): FinderDeps {
  const { db, clock, demo, worlds, keys } = services;
  return {
    db,
    clock,
    demo,
    catalogue: worlds.catalogue,
    index: worlds.finder.current,
    words: worlds.words,
    input: worlds.finderInput,
    wordsChanged: worlds.expire,
    ort: placesOfRouting(routing),
    signals: signalsOfRouting(services, routing),
    log: openSearchLog(db, keys, clock),
    houseOf: (principal) => houseOf(services, principal),
    actingFor: (operator, organisation) => actingFor(services, operator, organisation),
  };
}

const mostToChoose = 12;

/** Places as routing knows them: all Gemeinden of the country. */
function placesOfRouting(routing: RoutingReader): OrtPort {
  return {
    inLine: async (text) => {
      const found = placeInLine((await routing()).places, text);
      if (found === null || found.answer.kind === 'none') return null;
      const { rest, answer } = found;
      if (answer.kind === 'one') return { rest, ort: suchort(answer.place), orte: [] };
      const orte = answer.places
        .slice(0, mostToChoose)
        .map((place) => ({ ags: place.ags, name: fullName(place) }));
      return { rest, ort: null, orte };
    },
    find: async (text) => {
      const found = findPlace(await routing(), { ort: text });
      return found.ok ? ok(suchort(found.value.place)) : found;
    },
  };
}

function suchort({ name, ars }: Place): Suchort {
  return { name, kette: kettenOf(ars) };
}

/** A name that tells a place from others: „Lemgo (Kreis Lippe, Nordrhein-Westfalen)“. */
function fullName({ name, kreis, land }: Place): string {
  return `${name} (${kreis === null ? land : `${kreis}, ${land}`})`;
}

/**
 * How often a Leistung is needed where that is published; at a place also whether the Gemeinde itself is competent and
 * whether an Onlinedienst works there, as routing answers.
 */
function signalsOfRouting(
  { clock, worlds }: Pick<Services, 'clock' | 'worlds'>,
  routing: RoutingReader,
): SignalPort {
  return async (kette) => {
    const [world, haeufigkeiten] = await Promise.all([routing(), worlds.haeufigkeiten()]);
    const known = (leistungId: string) => {
      const jeMillion = haeufigkeiten.get(leistungId);
      return jeMillion === undefined ? {} : { faelleJeMillion: jeMillion };
    };
    const found = kette?.[0] === undefined ? null : placesOf(world.places, { ars: kette[0] });
    if (found?.kind !== 'one') return known;
    const { place } = found;
    const tag = clock.today();
    return (leistungId) => {
      const route = routeOf(world, { leistungId, place, tag, fuer: 'buerger' });
      if (!route.ok) return known(leistungId);
      const { stelle, onlinedienst } = route.value;
      return {
        ...known(leistungId),
        pflichtHier: stelle?.ags === place.ags,
        onlineHier: onlinedienst !== null,
      };
    };
  };
}
