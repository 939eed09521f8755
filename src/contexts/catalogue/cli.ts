import { type Clock, ok, parseLocalDate } from '#kernel';
import type { Command, CommandInput } from '#platform';
import { versionCommands } from './cli-versions.ts';
import type { Leistungsenden } from './domain/ended.ts';
import { resolveLeistung } from './use-cases/resolve-leistung.ts';
import type { CatalogueIndex } from './use-cases/search-catalogue.ts';
import type { VersionDeps } from './version-deps.ts';
import { leistungText, listText, ozgText, searchText, treeText } from './views/command-texts.ts';
import { leistungJson } from './views/leistung-json.ts';
import { leistungenList } from './views/leistungen-list.ts';
import { listJson } from './views/list-json.ts';
import { strictly, toParameters } from './views/list-parameters.ts';
import { resolveOzgLeistung } from './views/resolve-entry.ts';
import { searchJson, type VerdictsFor } from './views/search-json.ts';
import { ozgJson, treeJson } from './views/tree-json.ts';
import type { VollzugFor } from './views/vollzug.ts';

/** What the catalogue's commands need; `verdictsFor` is a port that `app` wires. */
export interface CatalogueCommandDeps extends VersionDeps {
  readonly search: () => Promise<CatalogueIndex>;
  readonly verdictsFor?: VerdictsFor;
  readonly vollzugFor?: VollzugFor;
  readonly enden: Leistungsenden;
  readonly clock: Clock;
}

const text = { type: 'string' } as const;
const commandPageSizes = [25, 10, 50, 100, 500, 1000, 10000];

/** The catalogue's commands. */
export function catalogueCommands(deps: CatalogueCommandDeps): Command[] {
  return [
    searchCommand(deps),
    leistungCommand(deps),
    listCommand(deps),
    treeCommand(deps),
    ozgCommand(deps),
    ...versionCommands(deps),
  ];
}

function searchCommand({ search, verdictsFor, enden, clock }: CatalogueCommandDeps): Command {
  return {
    capability: 'catalogue.search',
    name: 'search',
    usage: '<Wörter …> [--kommune <Name|AGS>] [--datum <JJJJ-MM-TT>] [--limit <Anzahl>]',
    summary: 'Leistungen in Alltagswörtern suchen; mit --kommune steht dabei, wer dort zuständig ist',
    options: { kommune: text, limit: text, datum: text },
    arity: [1, 50],
    run: async ({ positionals, values }) => {
      const limit = limitOf(values.limit);
      const words = positionals.join(' ').slice(0, 200);
      const given = wordOf(values.datum);
      const datum = given === undefined ? ok(clock.today()) : parseLocalDate(given);
      if (!datum.ok) return datum;
      const found = await searchJson(
        await search(),
        { words, limit, kommune: wordOf(values.kommune), datum: datum.value, enden },
        verdictsFor,
      );
      return found.ok ? ok({ json: found.value, text: searchText(found.value.treffer) }) : found;
    },
  };
}

function leistungCommand({ catalogue, enden, vollzugFor }: CatalogueCommandDeps): Command {
  return {
    capability: 'catalogue.leistung',
    name: 'leistung',
    usage: '<LeiKa-Schlüssel|Nummer|Name>',
    summary: 'Eine Leistung in Worten: Schlüssel, Typisierung, Verrichtung, Rechtsgrundlagen',
    arity: [1, 50],
    run: async ({ positionals }) => {
      const snapshot = await catalogue();
      const found = resolveLeistung(snapshot, positionals.join(' '));
      if (!found.ok) return found;
      const vollzug = vollzugFor ? await vollzugFor(found.value) : null;
      const json = leistungJson(snapshot, found.value, { ende: enden.get(found.value.id), vollzug });
      return ok({ json, text: leistungText(json) });
    },
  };
}

function listCommand({ search, enden, clock }: CatalogueCommandDeps): Command {
  return {
    capability: 'catalogue.leistungen',
    name: 'leistungen',
    usage:
      '[Wörter …] [--themenfeld <Nr>] [--lage <Nr>] [--typ <Code>] [--regelung Bund|Land|Kommune] [--verrichtung <Code>] [--sdg <Wert>] [--leika mit|ohne] [--datum <JJJJ-MM-TT>] [--sortierung <Feld>] [--seite <Nr>] [--anzahl <Zeilen>]',
    summary: 'Die Leistungen des Katalogs eingrenzen, sortieren und blättern',
    options: {
      themenfeld: text,
      lage: text,
      typ: text,
      regelung: text,
      verrichtung: text,
      sdg: text,
      leika: text,
      datum: text,
      sortierung: text,
      seite: text,
      anzahl: text,
    },
    arity: [0, 50],
    run: async ({ positionals, values }) => {
      const index = await search();
      const list = leistungenList(index, enden);
      const parameters = toParameters({ ...withoutJson(values), suche: positionals.join(' ') });
      const asked = strictly(list.read(parameters, clock.today(), commandPageSizes));
      if (!asked.ok) return asked;
      const json = listJson(index.catalogue, asked.value.datum, list.run(asked.value));
      return ok({ json, text: listText(json) });
    },
  };
}

function treeCommand({ catalogue }: CatalogueCommandDeps): Command {
  return {
    capability: 'catalogue.tree',
    name: 'katalog',
    usage: '',
    summary: 'Der Aufbau des Katalogs: Themenfelder und Lagen mit Anzahl der Leistungen',
    arity: [0, 0],
    run: async () => {
      const json = treeJson(await catalogue());
      return ok({ json, text: treeText(json) });
    },
  };
}

function ozgCommand({ catalogue }: CatalogueCommandDeps): Command {
  return {
    capability: 'catalogue.ozg',
    name: 'ozg',
    usage: '<OZG-Nummer|Name>',
    summary: 'Eine OZG-Leistung mit ihren Leistungen',
    arity: [1, 50],
    run: async ({ positionals }) => {
      const snapshot = await catalogue();
      const found = resolveOzgLeistung(snapshot, positionals.join(' '));
      if (!found.ok) return found;
      const json = ozgJson(snapshot, found.value.ozgId);
      return ok({ json, text: ozgText(json) });
    },
  };
}

type Values = CommandInput['values'];

function withoutJson({ json: _json, help: _help, ...values }: Values): Values {
  return values;
}

function wordOf(value: Values[string]): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/** Anything but a number from 1 to 100 is taken as 20. */
function limitOf(value: Values[string]): number {
  const number = typeof value === 'string' && /^\d{1,3}$/.test(value) ? Number(value) : 20;
  return Math.min(100, Math.max(1, number));
}
