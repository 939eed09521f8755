import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { ok, type Result, refuse } from '#kernel';
import {
  asOrganisation,
  type Command,
  commandOutput,
  optionText,
  organisationOption,
  organisationUsage,
} from '#platform';
import { invalidTable } from './errors.ts';
import { kriteriumText } from './messages.ts';
import type { PrioritiesDeps } from './priorities-deps.ts';
import { readAngaben } from './store-angaben.ts';
import { kriteriumNamed } from './tabelle.ts';
import {
  applyEinlesung,
  beginEinlesung,
  type GeplanteZeile,
  previewEinlesung,
} from './use-cases/einlesen.ts';
import { stateAngabe } from './use-cases/state-angaben.ts';
import { managerOf, type Viewer, viewerOf } from './use-cases/viewer.ts';

const text = { type: 'string' } as const;

/** Statements on the command line: listed, made, read from a table. */
export function cliStatements(deps: PrioritiesDeps): readonly Command[] {
  return [listCommand(deps), stateCommand(deps), importCommand(deps)];
}

function listCommand(deps: PrioritiesDeps): Command {
  return {
    capability: 'priorities.statements',
    name: 'prioritaeten statements',
    usage: organisationUsage,
    summary: 'Was zu den Kriterien angegeben ist',
    options: organisationOption,
    arity: [0, 0],
    run: (input) =>
      asOrganisation(deps, input, async (principal) => {
        const viewer = await viewerOf(deps, principal);
        if (!viewer.ok) return viewer;
        const { tenant, actor, provider } = viewer.value;
        const angaben = await deps.db.withTenant(tenant, actor, (tx) => readAngaben(tx, provider.id));
        const lines = angaben.map(
          ({ bezugId, kriterium, rohwert, quelle, stand }) =>
            `${bezugId.padEnd(8)}${kriteriumText[kriterium].label}: ${rohwert ?? 'zurückgenommen'} (${quelle}, ${stand})`,
        );
        return ok({ json: { angaben }, text: lines.join('\n') || 'Noch keine Angaben.' });
      }),
  };
}

function stateCommand(deps: PrioritiesDeps): Command {
  return {
    capability: 'priorities.state',
    name: 'prioritaeten state',
    usage: `<Leistung|OZG-Nummer> <Kriterium> [<Wert>] --quelle <Text> [--stand JJJJ-MM-TT] ${organisationUsage}`,
    summary: 'Einen Wert angeben; ohne Wert die Angabe zurücknehmen',
    options: { ...organisationOption, quelle: text, stand: text },
    arity: [2, 3],
    run: (input) =>
      asOrganisation(deps, input, async (principal) => {
        const manager = await managerOf(deps, principal, 'Angaben machen');
        if (!manager.ok) return manager;
        const [bezug = '', kriterium = '', wert = ''] = input.positionals;
        const saved = await stateAngabe(
          deps,
          manager.value,
          {
            bezug,
            kriterium: kriteriumNamed(kriterium) ?? kriterium,
            wert,
            quelle: optionText(input.values, 'quelle'),
            stand: optionText(input.values, 'stand'),
          },
          null,
        );
        return commandOutput(saved, ({ rohwert }) => (rohwert === null ? 'Zurückgenommen.' : 'Gespeichert.'));
      }),
  };
}

function importCommand(deps: PrioritiesDeps): Command {
  return {
    capability: 'priorities.import',
    name: 'prioritaeten import',
    usage: `<Datei> [--uebernehmen] ${organisationUsage}`,
    summary: 'Angaben aus einer Tabelle (CSV, XLSX): erst die Vorschau, mit --uebernehmen die guten Zeilen',
    options: { ...organisationOption, uebernehmen: { type: 'boolean' } },
    arity: [1, 1],
    run: (input) =>
      asOrganisation(deps, input, async (principal) => {
        const manager = await managerOf(deps, principal, 'Angaben einlesen');
        if (!manager.ok) return manager;
        const takes = input.values.uebernehmen === true;
        const rows = await readTable(deps, manager.value, input.positionals[0] ?? '', takes);
        return commandOutput(
          rows,
          (zeilen) => zeilen.map(lineOf).join('\n'),
          (zeilen) => ({ uebernommen: takes, zeilen }),
        );
      }),
  };
}

async function readTable(
  deps: PrioritiesDeps,
  viewer: Viewer,
  file: string,
  takes: boolean,
): Promise<Result<readonly GeplanteZeile[]>> {
  const bytes = await readFile(file).catch(() => null);
  if (bytes === null) return refuse(invalidTable(`Die Datei ${file} lässt sich nicht lesen.`));
  const begun = await beginEinlesung(deps, viewer, { name: basename(file), bytes });
  if (!begun.ok) return begun;
  if (takes) return applyEinlesung(deps, viewer, begun.value);
  const preview = await previewEinlesung(deps, viewer, begun.value);
  return preview.ok ? ok(preview.value.zeilen) : preview;
}

function lineOf({ zeile, art, titel, fehler }: GeplanteZeile): string {
  return [`Zeile ${zeile}: ${art}, ${titel}`, ...fehler].join(' – ');
}
