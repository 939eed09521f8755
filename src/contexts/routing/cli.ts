import { ok, type Result, refuse } from '#kernel';
import { type Command, dayOfOption, type OptionValue } from '#platform';
import type { RoutingDeps } from './deps.ts';
import type { Nutzergruppe } from './domain/route.ts';
import { audienceUnknown } from './errors.ts';
import { findPlaces, placeText } from './use-cases/find-place.ts';
import { findRoute } from './use-cases/find-route.ts';
import { placesJson } from './views/place-json.ts';
import { routeText } from './views/route-text.ts';

const option = { type: 'string' } as const;

/** Places and routes on the command line. */
export function routingCommands(deps: RoutingDeps): readonly Command[] {
  return [placeCommand(deps), routeCommand(deps)];
}

function placeCommand({ world }: RoutingDeps): Command {
  return {
    capability: 'routing.place',
    name: 'ort',
    usage: '<Name|PLZ|Adresse|AGS|ARS|Breite,Länge>',
    summary: 'Einen Ort finden: alle 10.796 Gemeinden nach Name, Postleitzahl, Adresse, Schlüssel, Position',
    arity: [1, 20],
    run: async ({ positionals }) => {
      const found = findPlaces(await world(), { ort: positionals.join(' ') });
      if (!found.ok) return found;
      const json = placesJson(found.value);
      const lines = json.orte.map((place) => `${place.ags}  ${placeText(place)}`);
      return ok({ json, text: [...(json.hinweis ? [json.hinweis] : []), ...lines].join('\n') });
    },
  };
}

function routeCommand(deps: RoutingDeps): Command {
  return {
    capability: 'routing.route',
    name: 'weg',
    usage: '<Leistung> <Ort …> [--fuer buerger|unternehmen] [--date JJJJ-MM-TT]',
    summary: 'Der Weg zur zuständigen Stelle: wer, welches Amt, ob online, mit allen Gründen',
    options: { fuer: option, date: option },
    arity: [2, 20],
    run: async ({ positionals: [leistung = '', ...ort], values }) => {
      const day = dayOfOption(values, 'date', deps.clock.today());
      if (!day.ok) return day;
      const fuer = audienceOf(values.fuer);
      if (!fuer.ok) return fuer;
      const place = { ort: ort.join(' ') };
      const route = await findRoute(deps, { leistung, place, tag: day.value, fuer: fuer.value });
      return route.ok ? ok({ json: route.value, text: routeText(route.value) }) : route;
    },
  };
}

function audienceOf(given: OptionValue): Result<Nutzergruppe> {
  if (given === undefined || given === 'buerger') return ok('buerger');
  return given === 'unternehmen' ? ok('unternehmen') : refuse(audienceUnknown);
}
