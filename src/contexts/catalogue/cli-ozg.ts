import { type Clock, ok } from '#kernel';
import { type Command, dayOfOption } from '#platform';
import type { Leistungsenden } from './domain/ended.ts';
import type { CatalogueAsOf } from './use-cases/catalogue-as-of.ts';
import type { CatalogueIndex } from './use-cases/catalogue-indexer.ts';
import type { VersionDeps } from './version-deps.ts';
import { ozgText, treeText } from './views/command-texts.ts';
import { resolveOzgLeistung } from './views/resolve-entry.ts';
import type { VerdictsFor } from './views/search-json.ts';
import { ozgJson, treeJson } from './views/tree-json.ts';
import type { VollzugFor } from './views/vollzug.ts';

const text = { type: 'string' } as const;

export function treeCommand({ asOf }: Deps): Command {
  return {
    capability: 'catalogue.tree',
    name: 'katalog',
    usage: '[--date JJJJ-MM-TT]',
    summary: 'Der Aufbau des Katalogs: Themenfelder und Lagen mit Anzahl der Leistungen',
    options: { date: text },
    arity: [0, 0],
    run: async ({ values }) => {
      const day = dayOfOption(values, 'date', null);
      if (!day.ok) return day;
      const json = treeJson(await asOf.on(day.value));
      return ok({ json, text: treeText(json) });
    },
  };
}

export function ozgCommand({ asOf }: Deps): Command {
  return {
    capability: 'catalogue.ozg',
    name: 'ozg',
    usage: '<OZG-Nummer|Name> [--date JJJJ-MM-TT]',
    summary: 'Eine OZG-Leistung mit ihren Leistungen',
    options: { date: text },
    arity: [1, 50],
    run: async ({ positionals, values }) => {
      const day = dayOfOption(values, 'date', null);
      if (!day.ok) return day;
      const snapshot = await asOf.on(day.value);
      const found = resolveOzgLeistung(snapshot.catalogue, positionals.join(' '));
      if (!found.ok) return found;
      const json = ozgJson(snapshot, found.value.ozgId);
      return ok({ json, text: ozgText(json) });
    },
  };
}

export interface Deps extends CatalogueCommandDeps {
  readonly asOf: CatalogueAsOf;
}

/** What the catalogue's commands need; `verdictsFor` is a port that `app` wires. */
export interface CatalogueCommandDeps extends VersionDeps {
  readonly search: () => Promise<CatalogueIndex>;
  readonly verdictsFor?: VerdictsFor;
  readonly vollzugFor?: VollzugFor;
  readonly enden: Leistungsenden;
  readonly clock: Clock;
}
