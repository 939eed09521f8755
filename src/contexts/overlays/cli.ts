import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseDefinition } from '#forms';
import { ok, type Result, refuse } from '#kernel';
import { type Command, type CommandOutput, commandOutput, optionText } from '#platform';
import type { Change } from './change/change.ts';
import { compareDefinitions } from './change/compare-definitions.ts';
import type { OverlaysDeps } from './deps.ts';
import { explain, removedParts } from './layer/explain.ts';
import { classLabel, policyLabel, ruleText } from './messages.ts';
import { publishOverlay, publishTransition } from './use-cases/publish.ts';
import { type Difference, readDifference } from './use-cases/read-difference.ts';
import { readEffective } from './use-cases/read-effective.ts';
import { jsonOfDifference, jsonOfEffective } from './views.ts';

/** Layers and versions on the command line. */
export function overlaysCommands(deps: OverlaysDeps): readonly Command[] {
  return [effectiveCommand(deps), differenceCommand(deps), ...publishCommands(deps)];
}

function effectiveCommand(deps: OverlaysDeps): Command {
  return {
    capability: 'overlays.effective',
    name: 'dienst wirksam',
    usage: '<Onlinedienst> [--kommune <Name|AGS>] [--alles]',
    summary: 'Was für eine Kommune gilt, und woher jeder Text, jedes Feld und jede Regel kommt',
    options: { kommune: { type: 'string' }, alles: { type: 'boolean' } },
    arity: [1, 1],
    run: async ({ positionals: [id = ''], values }) => {
      const view = await readEffective(deps, id, optionText(values, 'kommune') || null);
      if (!view.ok) return view;
      const { effective, kommune } = view.value;
      const shown = explain(effective).filter(
        ({ origin }) => values.alles === true || origin.level !== 'grund',
      );
      const lines = shown.map(
        ({ path, value, sentence }) => `${path}: ${JSON.stringify(value)}\n    ${sentence}`,
      );
      const gone = removedParts(effective).map(({ path, sentence }) => `${path}\n    ${sentence}`);
      const head = `${effective.dienst.title}, ${kommune?.name ?? 'Grunddefinition'}, Inhalt ${effective.hash}`;
      const rest =
        lines.length + gone.length === 0 ? ['Keine Schicht ändert etwas an der Grunddefinition.'] : [];
      return ok({ json: jsonOfEffective(view.value), text: [head, ...lines, ...gone, ...rest].join('\n') });
    },
  };
}

function differenceCommand(deps: OverlaysDeps): Command {
  return {
    capability: 'overlays.difference',
    name: 'dienst unterschied',
    usage: '<alt> <neu> | <Onlinedienst> [--von <Fassung>] [--nach <Fassung>]',
    summary: 'Was sich zwischen zwei Fassungen ändert und was das für begonnene Anträge heißt',
    options: { von: { type: 'string' }, nach: { type: 'string' } },
    arity: [1, 2],
    run: async ({ positionals: [first = '', second], values }) => {
      if (second !== undefined) return compareFiles(first, second);
      const number = (name: string) => Number(optionText(values, name)) || null;
      const difference = await readDifference(deps, first, { from: number('von'), to: number('nach') });
      return commandOutput(difference, textOf, jsonOfDifference);
    },
  };
}

/** Two files or folders of an author, without an installation. */
async function compareFiles(before: string, after: string): Promise<Result<CommandOutput>> {
  const [older, newer] = [await definitionAt(before), await definitionAt(after)];
  if (!older.ok) return older;
  if (!newer.ok) return newer;
  const changes = compareDefinitions(older.value, newer.value);
  return ok({ json: { aenderungen: changes }, text: linesOf(changes).join('\n') });
}

async function definitionAt(path: string): Promise<ReturnType<typeof parseDefinition>> {
  for (const file of [join(resolve(path), 'formular.json'), resolve(path)]) {
    const text = await readFile(file, 'utf8').catch(() => null);
    if (text !== null) return parseDefinition(text);
  }
  const message = `${path} lässt sich nicht lesen. Erwartet wird eine formular.json oder ihr Ordner.`;
  return refuse({ kind: 'not-found', code: 'OVERLAY_UNREADABLE', message });
}

function linesOf(changes: readonly Change[]): readonly string[] {
  if (changes.length === 0) return ['Kein Unterschied.'];
  return changes.map(({ class: kind, what, why }) => `${classLabel[kind].padEnd(18)}${what} ${why}`);
}

function textOf({ dienst, from, to, changes, transition, uncovered, dryRun }: Difference): string {
  const rules = transition
    ? [policyLabel[transition.policy], ...transition.rules.map(ruleText)]
    : ['Für diesen Übergang gibt es keine Regeln.'];
  return [
    `${dienst.title}: Fassung ${from} → ${to}`,
    ...linesOf(changes),
    ...rules,
    `${uncovered.length} Änderungen ohne Regel.`,
    `Probelauf: ${dryRun.drafts} begonnene Anträge, ${dryRun.untouched} unverändert, ${dryRun.mapped} mit Regel, ${dryRun.losing} verlieren eine Antwort.`,
  ].join('\n');
}

function publishCommands(deps: OverlaysDeps): readonly Command[] {
  return [
    {
      capability: 'overlays.publish',
      name: 'dienst schicht',
      usage: '<overlay.json>',
      summary: 'Eine Schicht über einem Onlinedienst veröffentlichen (leitwerk/overlay@1)',
      arity: [1, 1],
      run: async ({ positionals: [file = ''], principal }) => {
        const json = await jsonAt(file);
        if (!json.ok) return json;
        const sentence = ({ name, version }: { name: string; version: number }) =>
          `„${name}“, Fassung ${version}, ist veröffentlicht.`;
        return commandOutput(await publishOverlay(deps, principal, json.value), sentence);
      },
    },
    {
      capability: 'overlays.transition.publish',
      name: 'dienst uebergang',
      usage: '<uebergang.json>',
      summary: 'Veröffentlichen, wie begonnene Anträge zur nächsten Fassung kommen (leitwerk/uebergang@1)',
      arity: [1, 1],
      run: async ({ positionals: [file = ''], principal }) => {
        const json = await jsonAt(file);
        if (!json.ok) return json;
        return commandOutput(
          await publishTransition(deps, principal, json.value),
          ({ dienst, from, to }) =>
            `Der Übergang von „${dienst}“, Fassung ${from}, zu ${to} ist veröffentlicht.`,
        );
      },
    },
  ];
}

async function jsonAt(file: string): Promise<Result<unknown>> {
  try {
    return ok(JSON.parse(await readFile(resolve(file), 'utf8')));
  } catch (fault) {
    const detail = fault instanceof Error ? fault.message : String(fault);
    return refuse({
      kind: 'invalid',
      code: 'OVERLAY_UNREADABLE',
      message: `${file} lässt sich nicht lesen: ${detail}`,
    });
  }
}
