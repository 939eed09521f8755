import { ok } from '#kernel';
import { type Command, dayOfOption } from '#platform';
import { statusCommands } from './cli-status.ts';
import type { TerritoryOperationDeps } from './doors-deps.ts';
import { resolveBody } from './use-cases/resolve-body.ts';
import { bodiesJson } from './views/bodies-json.ts';
import { bodiesList } from './views/bodies-list.ts';
import { bodyJson } from './views/body-json.ts';
import { bodiesText, bodyText } from './views/command-texts.ts';

const text = { type: 'string' } as const;

/** The territory's commands. */
export function territoryCommands(deps: TerritoryOperationDeps): Command[] {
  return [bodyCommand(deps), listCommand(deps), ...statusCommands(deps)];
}

function bodyCommand({ territory, clock }: TerritoryOperationDeps): Command {
  return {
    capability: 'territory.body',
    name: 'kommune',
    usage: '<Name|AGS> [--date JJJJ-MM-TT]',
    summary: 'Eine Kommune: Schlüssel, Größenklasse mit Beleg, Kreis, Einwohner, Postleitzahlen',
    options: { date: text },
    arity: [1, 10],
    run: async ({ positionals, values }) => {
      const day = dayOfOption(values, 'date', clock.today());
      if (!day.ok) return day;
      const snapshot = await territory();
      const found = resolveBody(snapshot, positionals.join(' '));
      if (!found.ok) return found;
      const json = bodyJson(snapshot, found.value, day.value);
      return ok({ json, text: bodyText(json) });
    },
  };
}

function listCommand({ territory, clock }: TerritoryOperationDeps): Command {
  return {
    capability: 'territory.list',
    name: 'kommunen',
    usage:
      '[Wörter …] [--groessenklasse <Klasse>] [--kreis <Schlüssel>] [--regierungsbezirk <Name>] [--art <Art>] [--land <Schlüssel>] [--sortierung <Feld>] [--seite <Nr>] [--anzahl <Zeilen>] [--date JJJJ-MM-TT]',
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
      date: text,
    },
    arity: [0, 10],
    run: async ({ positionals, values }) => {
      const day = dayOfOption(values, 'date', clock.today());
      if (!day.ok) return day;
      const { date: _date, ...asked } = values;
      const list = bodiesList(await territory(), day.value);
      const found = bodiesJson(list, { ...asked, suche: positionals.join(' ') }, day.value);
      return found.ok ? ok({ json: found.value, text: bodiesText(found.value) }) : found;
    },
  };
}
