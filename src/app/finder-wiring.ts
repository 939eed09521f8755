import { type FinderDeps, ketteOf, type OrtPort, openSearchLog, type Suchort } from '#finder';
import { ok } from '#kernel';
import { findPlace, type Place, placeInLine, type RoutingWorld } from '#routing';
import { houseOf } from './duties-wiring.ts';
import { signalsAt } from './finder-signals.ts';
import { actingFor } from './organisations.ts';
import type { Services } from './services.ts';

type Places = () => Promise<Pick<RoutingWorld, 'places'>>;

/** What search and the editors' desk need of the others; `places` knows every Gemeinde. */
export function finderDeps(services: Services, places: Places): FinderDeps {
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
    ort: placesOf(places),
    signals: signalsAt(services),
    log: openSearchLog(db, keys, clock),
    houseOf: (principal) => houseOf(services, principal),
    actingFor: (operator, organisation) => actingFor(services, operator, organisation),
  };
}

const mostToChoose = 12;

/** Places for the search, by the rules with which routing finds them. */
function placesOf(places: Places): OrtPort {
  return {
    find: async (text) => {
      const found = findPlace(await places(), { ort: text });
      return found.ok ? ok(suchortOf(found.value.place)) : found;
    },
    inLine: async (text) => {
      const found = placeInLine((await places()).places, text);
      if (found === null || found.answer.kind === 'none') return null;
      const { rest, answer } = found;
      if (answer.kind === 'one') return { rest, ort: suchortOf(answer.place), orte: [] };
      const orte = answer.places.slice(0, mostToChoose).map((place) => ({
        ags: place.ags,
        name: fullName(place),
      }));
      return { rest, ort: null, orte };
    },
  };
}

function suchortOf(place: Place): Suchort {
  const { ags, ars } = place;
  const kette = ketteOf({ ags, ars, kreisAgs: ags.slice(0, 5), land: ags.slice(0, 2) });
  return { name: place.name, kette };
}

/** A name that tells a place from others: „Lemgo (Kreis Lippe, Nordrhein-Westfalen)“. */
function fullName({ name, kreis, land }: Place): string {
  return `${name} (${kreis === null ? land : `${kreis}, ${land}`})`;
}
