import { ok } from '#kernel';
import { type Command, type CommandInput, dayOfOption } from '#platform';
import { toListParameters } from '#ui';
import { type CatalogueCommandDeps, type Deps, ozgCommand, treeCommand } from './cli-ozg.ts';
import { versionCommands } from './cli-versions.ts';
import { openCatalogueAsOf } from './use-cases/catalogue-as-of.ts';
import { leistungText, listText, searchText } from './views/command-texts.ts';
import { leistungJson } from './views/leistung-json.ts';
import { viewLeistung } from './views/leistung-view.ts';
import { leistungenList, readDay } from './views/leistungen-list.ts';
import { listJson } from './views/list-json.ts';
import { searchJson } from './views/search-json.ts';
import { strictly } from './views/strictly.ts';

const text = { type: 'string' } as const;

const commandPageSizes = [25, 10, 50, 100, 500, 1000, 10000];

/** The catalogue's commands. */
export function catalogueCommands(sources: CatalogueCommandDeps): Command[] {
  const deps = { ...sources, asOf: openCatalogueAsOf(sources) };
  return [
    searchCommand(deps),
    leistungCommand(deps),
    listCommand(deps),
    treeCommand(deps),
    ozgCommand(deps),
    ...versionCommands(sources),
  ];
}

function searchCommand({ asOf, verdictsFor, enden, clock }: Deps): Command {
  return {
    capability: 'catalogue.search',
    name: 'search',
    usage: '<Wörter …> [--kommune <Name|AGS>] [--date JJJJ-MM-TT] [--limit <Anzahl>]',
    summary: 'Leistungen in Alltagswörtern suchen; mit --kommune steht dabei, wer dort zuständig ist',
    options: { kommune: text, limit: text, date: text, datum: text },
    arity: [1, 50],
    run: async ({ positionals, values }) => {
      const limit = limitOf(values.limit);
      const words = positionals.join(' ').slice(0, 200);
      const day = dayOfOption(values, dayOptionOf(values), null);
      if (!day.ok) return day;
      const datum = day.value ?? clock.today();
      const wanted = { words, limit, kommune: wordOf(values.kommune), datum, enden };
      const found = await searchJson(await asOf.search(day.value), wanted, verdictsFor);
      if (!found.ok) return found;
      const { treffer } = found.value;
      return ok({ json: { treffer }, text: searchText(found.value) });
    },
  };
}

function leistungCommand({ asOf, clock, vollzugFor }: Deps): Command {
  return {
    capability: 'catalogue.leistung',
    name: 'leistung',
    usage: '<LeiKa-Schlüssel|Nummer|Name> [--date JJJJ-MM-TT]',
    summary: 'Eine Leistung in Worten: Schlüssel, Typisierung, Verrichtung, Rechtsgrundlagen',
    options: { date: text },
    arity: [1, 50],
    run: async ({ positionals, values }) => {
      const day = dayOfOption(values, 'date', null);
      if (!day.ok) return day;
      const name = positionals.join(' ');
      const found = await viewLeistung({ asOf, vollzugFor }, name, day.value, clock.today());
      if (!found.ok) return found;
      const json = leistungJson(found.value);
      return ok({ json, text: leistungText(json) });
    },
  };
}

function listCommand({ asOf, enden, clock }: Deps): Command {
  return {
    capability: 'catalogue.leistungen',
    name: 'leistungen',
    usage:
      '[Wörter …] [--themenfeld <Nr>] [--lage <Nr>] [--typ <Code>] [--regelung Bund|Land|Kommune] [--verrichtung <Code>] [--sdg <Wert>] [--leika mit|ohne] [--date JJJJ-MM-TT] [--sortierung <Feld>] [--seite <Nr>] [--anzahl <Zeilen>]',
    summary: 'Die Leistungen des Katalogs eingrenzen, sortieren und blättern',
    options: {
      themenfeld: text,
      lage: text,
      typ: text,
      regelung: text,
      verrichtung: text,
      sdg: text,
      leika: text,
      date: text,
      datum: text,
      sortierung: text,
      seite: text,
      anzahl: text,
    },
    arity: [0, 50],
    run: async ({ positionals, values }) => {
      const { date, datum = date, ...rest } = withoutJson(values);
      const parameters = toListParameters({ ...rest, datum, suche: positionals.join(' ') });
      const index = await asOf.search(readDay(parameters).date);
      const list = leistungenList(index, enden);
      const asked = strictly(list.read(parameters, clock.today(), commandPageSizes));
      if (!asked.ok) return asked;
      const json = listJson(index.catalogue, asked.value.datum, list.run(asked.value));
      return ok({ json, text: listText(json) });
    },
  };
}

type Values = CommandInput['values'];

function withoutJson({ json: _json, help: _help, ...values }: Values): Values {
  return values;
}

/** `--datum` is what lists and search called their day before. */
function dayOptionOf(values: Values): 'date' | 'datum' {
  return values.date === undefined ? 'datum' : 'date';
}

function wordOf(value: Values[string]): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/** Anything but a number from 1 to 100 is taken as 20. */
function limitOf(value: Values[string]): number {
  const number = typeof value === 'string' && /^\d{1,3}$/.test(value) ? Number(value) : 20;
  return Math.min(100, Math.max(1, number));
}
