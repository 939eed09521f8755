import { type Clock, ok } from '#kernel';
import type { Command } from '#platform';
import type { Territory } from './domain/territory.ts';
import { resolveBody } from './use-cases/resolve-body.ts';
import { bodiesJson } from './views/bodies-json.ts';
import { bodiesList } from './views/bodies-list.ts';
import { bodyJson } from './views/body-json.ts';
import { bodiesText, bodyText } from './views/command-texts.ts';

/** What the territory's commands need. */
export interface TerritoryCommandDeps {
  readonly territory: () => Promise<Territory>;
  readonly clock: Clock;
}

const text = { type: 'string' } as const;

/** The territory's commands. */
export function territoryCommands(deps: TerritoryCommandDeps): Command[] {
  return [bodyCommand(deps), listCommand(deps)];
}

function bodyCommand({ territory, clock }: TerritoryCommandDeps): Command {
  return {
    capability: 'territory.body',
    name: 'kommune',
    usage: '<Name|AGS>',
    summary: 'Eine Kommune: Schlüssel, Größenklasse mit Beleg, Kreis, Einwohner, Postleitzahlen',
    arity: [1, 10],
    run: async ({ positionals }) => {
      const snapshot = await territory();
      const found = resolveBody(snapshot, positionals.join(' '));
      if (!found.ok) return found;
      const json = bodyJson(snapshot, found.value, clock.today());
      return ok({ json, text: bodyText(json) });
    },
  };
}

function listCommand({ territory, clock }: TerritoryCommandDeps): Command {
  return {
    capability: 'territory.list',
    name: 'kommunen',
    usage:
      '[Wörter …] [--groessenklasse <Klasse>] [--kreis <Schlüssel>] [--regierungsbezirk <Name>] [--art <Art>] [--land <Schlüssel>] [--sortierung <Feld>] [--seite <Nr>] [--anzahl <Zeilen>]',
    summary: 'Kommunen suchen, eingrenzen, sortieren und blättern',
    options: {
      groessenklasse: text,
      kreis: text,
      regierungsbezirk: text,
      art: text,
      land: text,
      sortierung: text,
      seite: text,
      anzahl: text,
    },
    arity: [0, 10],
    run: async ({ positionals, values }) => {
      const today = clock.today();
      const list = bodiesList(await territory(), today);
      const found = bodiesJson(list, { ...values, suche: positionals.join(' ') }, today);
      return found.ok ? ok({ json: found.value, text: bodiesText(found.value) }) : found;
    },
  };
}
