import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { ok, type Result, refuse } from '#kernel';
import {
  asOrganisation,
  type Command,
  type CommandInput,
  type CommandOutput,
  commandOutput,
  optionList,
  optionText,
  organisationOption,
  organisationUsage,
  type Principal,
} from '#platform';
import type { CockpitDeps } from './cockpit-deps.ts';
import type { JsonValue } from './domain/json-value.ts';
import { bilanzOf, type Sammelauftrag, ziele } from './domain/sammellauf.ts';
import { ergebnisLabel, laufzustandLabel } from './messages-cockpit.ts';
import { type Leader, leaderOf } from './use-cases/cockpit-actors.ts';
import {
  beginSammel,
  cancelSammel,
  type Laufstand,
  readLaufstand,
  takeBackSammel,
} from './use-cases/sammel-steuern.ts';
import { previewSammel } from './use-cases/sammel-vorschau.ts';
import { auftragOfBar, erklaerungOf, withDemoValues } from './use-cases/sammel-wunsch.ts';
import { zugAnswer } from './views/cockpit-answers.ts';

export const text = { type: 'string' } as const;
const flag = { type: 'boolean' } as const;
const selection = { land: text, kreis: text, klasse: text, kommunen: text, ja: flag } as const;
const selectionUsage = '[--land 05] [--kreis 05766] [--klasse …] [--kommunen AGS,AGS] [--ja]';

export function asLeader(
  deps: CockpitDeps,
  input: CommandInput,
  run: (leader: Leader) => Promise<Result<CommandOutput>>,
): Promise<Result<CommandOutput>> {
  return asOrganisation(deps, input, async (principal: Principal) => {
    const leader = await leaderOf(deps, principal);
    return leader.ok ? run(leader.value) : leader;
  });
}

export function connectCommand(deps: CockpitDeps): Command {
  return {
    name: 'cockpit verbinden',
    capability: 'connection.zug.preview',
    usage: `<Onlinedienst> ${organisationUsage} ${selectionUsage} [--bis parameter|test|live] [--werte Datei.json] [--erfunden] [--annahmen-genuegen] [--auftritt] [--nachweis …] [--erklaerung …]`,
    summary: 'Verbindet viele Kommunen mit einem Onlinedienst: Vorschau, mit --ja der Zug selbst',
    arity: [1, 1],
    options: {
      ...organisationOption,
      ...selection,
      bis: text,
      werte: text,
      erfunden: flag,
      'annahmen-genuegen': flag,
      auftritt: flag,
      nachweis: text,
      erklaerung: text,
    },
    run: (input) =>
      asLeader(deps, input, async (leader) => {
        const { values, positionals } = input;
        const dienst = positionals[0] ?? '';
        const given = await werteOf(optionText(values, 'werte'));
        if (!given.ok) return given;
        const werte = await withDemoValues(deps, dienst, given.value, values.erfunden === true);
        if (!werte.ok) return werte;
        return planned(deps, leader, input, dienst, {
          art: 'verbinden',
          bis: ziele.find((ziel) => ziel === optionText(values, 'bis')) ?? 'live',
          werte: werte.value,
          annahmenGenuegen: values['annahmen-genuegen'] === true,
          auftritt: values.auftritt === true,
          nachweis: optionText(values, 'nachweis'),
          erklaerung: erklaerungOf(optionText(values, 'erklaerung'), values.erfunden === true),
        });
      }),
  };
}

const werteShape = z.record(z.string(), z.json());

async function werteOf(file: string): Promise<Result<Readonly<Record<string, JsonValue>>>> {
  if (file === '') return ok({});
  const invalid = (message: string) =>
    refuse({ kind: 'invalid' as const, code: 'COCKPIT_WERTE_INVALID', message });
  const bytes = await readFile(file, 'utf8').catch(() => null);
  if (bytes === null) return invalid(`Die Datei „${file}“ ist nicht lesbar.`);
  try {
    return ok(werteShape.parse(JSON.parse(bytes)));
  } catch {
    return invalid(`Die Datei „${file}“ ist kein JSON-Objekt mit einem Wert je Name.`);
  }
}

export function stepCommands(deps: CockpitDeps): readonly Command[] {
  const command = (name: string, what: string, art: 'schritt' | 'punkt', summary: string): Command => ({
    name,
    capability: 'connection.zug.preview',
    usage: `<Onlinedienst> <${what}> ${organisationUsage} ${selectionUsage} [--grund …] [--nachweis …]`,
    summary,
    arity: [2, 2],
    options: { ...organisationOption, ...selection, grund: text, nachweis: text },
    run: (input) =>
      asLeader(deps, input, async (leader) => {
        const { values, positionals } = input;
        const [dienst = '', word = ''] = positionals;
        const bar = new URLSearchParams({
          was: `${art}:${word}`,
          angabe: optionText(values, 'grund') || optionText(values, 'nachweis'),
        });
        const auftrag = auftragOfBar(bar);
        return auftrag.ok ? planned(deps, leader, input, dienst, auftrag.value) : auftrag;
      }),
  });
  return [
    command(
      'cockpit weiter',
      'Schritt',
      'schritt',
      'Geht mit vielen Kommunen einen Schritt: testen, live-schalten …',
    ),
    command('cockpit abhaken', 'Punkt', 'punkt', 'Hakt einen Punkt der Checkliste für viele Kommunen ab'),
  ];
}

/** Makes the preview, and begins it where that is said. */
async function planned(
  deps: CockpitDeps,
  leader: Leader,
  { values }: CommandInput,
  dienst: string,
  auftrag: Sammelauftrag,
): Promise<Result<CommandOutput>> {
  const auswahl = {
    kommunen: optionList(values, 'kommunen'),
    land: optionText(values, 'land') || null,
    kreis: optionText(values, 'kreis') || null,
    klasse: optionText(values, 'klasse') || null,
  };
  const made = await previewSammel(deps, leader, { dienst, auftrag, auswahl });
  if (!made.ok) return made;
  if (values.ja === true) {
    const begun = await beginSammel(deps, leader, made.value);
    if (!begun.ok) return begun;
  }
  return commandOutput(await readLaufstand(deps, leader, made.value), zugText, zugAnswer);
}

function zugText({ lauf, zeilen, vorgang }: Laufstand): string {
  const bilanz = bilanzOf(zeilen);
  const counts = Object.entries(ergebnisLabel).flatMap(([key, label]) => {
    const zahl = bilanz[key as keyof typeof bilanz];
    return zahl === 0 ? [] : [`${zahl} ${label}`];
  });
  const why = zeilen
    .filter(({ meldung }) => meldung !== '')
    .map(({ ags, name, meldung }) => `  ${ags} ${name}: ${meldung}`);
  return [
    `Zug ${lauf.id}: ${lauf.titel} (${laufzustandLabel[lauf.zustand]})`,
    ...(vorgang && lauf.zustand === 'laeuft' ? [`${vorgang.percent} %: ${vorgang.message}`] : []),
    counts.join(', '),
    ...why,
  ].join('\n');
}

export function zugCommands(deps: CockpitDeps): readonly Command[] {
  const on = (
    name: string,
    capability: string,
    summary: string,
    act: (leader: Leader, id: string) => Promise<Result<unknown>>,
  ): Command => ({
    name,
    capability,
    usage: `<Zug> ${organisationUsage}`,
    summary,
    arity: [1, 1],
    options: organisationOption,
    run: (input) =>
      asLeader(deps, input, async (leader) => {
        const id = input.positionals[0] ?? '';
        const done = await act(leader, id);
        if (!done.ok) return done;
        return commandOutput(await readLaufstand(deps, leader, id), zugText, zugAnswer);
      }),
  });
  return [
    on(
      'cockpit zug',
      'connection.zug.show',
      'Zeigt Vorschau, Fortschritt oder Ergebnis eines Zuges',
      async () => ok(null),
    ),
    on('cockpit beginnen', 'connection.zug.begin', 'Beginnt einen Zug oder setzt ihn fort', (leader, id) =>
      beginSammel(deps, leader, id),
    ),
    on('cockpit abbrechen', 'connection.zug.cancel', 'Bricht einen Zug ab', (leader, id) =>
      cancelSammel(deps, leader, id),
    ),
    on('cockpit zuruecknehmen', 'connection.zug.undo', 'Nimmt einen Zug zurück', (leader, id) =>
      takeBackSammel(deps, leader, id),
    ),
  ];
}
