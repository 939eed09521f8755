import { ok, refuse } from '#kernel';
import {
  asOrganisation,
  type Command,
  type CommandInput,
  commandOutput,
  optionText,
  organisationOption,
  organisationUsage,
} from '#platform';
import { compareCommand } from './cli-scheme-compare.ts';
import { decideCommand, openCommand } from './cli-scheme-decide.ts';
import { ueblicheGewichtung } from './domain/gewichtung.ts';
import { schemaUnknown } from './errors.ts';
import type { PrioritiesDeps } from './priorities-deps.ts';
import { readSchemes, saveSchema } from './use-cases/schemata.ts';
import { managerOf, type Viewer, viewerOf } from './use-cases/viewer.ts';
import { beschlussAnswer, schemaAnswer } from './views/answers.ts';
import { wunschOfText } from './weights-text.ts';

const text = { type: 'string' } as const;

/** Schemes on the command line: listed, saved, compared, decided, opened again. */
export function cliSchemes(deps: PrioritiesDeps): readonly Command[] {
  return [listCommand(deps), saveCommand(deps), compareCommand(deps), decideCommand(deps), openCommand(deps)];
}

function listCommand(deps: PrioritiesDeps): Command {
  return {
    capability: 'priorities.schemes',
    name: 'prioritaeten schemes',
    usage: organisationUsage,
    summary: 'Eigene Schemata und alle Beschlüsse',
    options: organisationOption,
    arity: [0, 0],
    run: (input) =>
      asOrganisation(deps, input, async (principal) => {
        const viewer = await viewerOf(deps, principal);
        if (!viewer.ok) return viewer;
        const { schemata, beschluesse } = await readSchemes(deps, viewer.value);
        const json = { schemata: schemata.map(schemaAnswer), beschluesse: beschluesse.map(beschlussAnswer) };
        const lines = [
          ...beschluesse.map(
            ({ nummer, titel, gremium, stichtag }) =>
              `Beschluss ${nummer}: ${titel} (${gremium}, ${stichtag})`,
          ),
          ...schemata.map(({ id, titel, fassung }) => `${id}  ${titel}, Fassung ${fassung}`),
        ];
        return ok({ json, text: lines.join('\n') || 'Noch kein Schema.' });
      }),
  };
}

function saveCommand(deps: PrioritiesDeps): Command {
  return {
    capability: 'priorities.schemes.save',
    name: 'prioritaeten scheme-save',
    usage: `<Name> --gewichte fallzahlen=40,frist=0 [--unbekannt frist=voll] [--id <Kennung>] ${organisationUsage}`,
    summary: 'Ein Schema anlegen oder, mit --id, ändern',
    options: { ...organisationOption, gewichte: text, unbekannt: text, id: text },
    arity: [1, 1],
    run: (input) =>
      asOrganisation(deps, input, async (principal) => {
        const manager = await managerOf(deps, principal, 'Schemata speichern');
        if (!manager.ok) return manager;
        const saved = await saveTyped(deps, manager.value, input);
        return commandOutput(
          saved,
          (schema) => `Gespeichert: ${schema.id}, Fassung ${schema.fassung}.`,
          schemaAnswer,
        );
      }),
  };
}

/** Saves over the newest Fassung of a scheme, or begins one with the usual weights. */
async function saveTyped(deps: PrioritiesDeps, viewer: Viewer, { values, positionals }: CommandInput) {
  const wunsch = wunschOfText({
    gewichte: optionText(values, 'gewichte'),
    unbekannt: optionText(values, 'unbekannt'),
  });
  if (!wunsch.ok) return wunsch;
  const id = optionText(values, 'id');
  const before = (await readSchemes(deps, viewer)).schemata.find((each) => each.id === id);
  if (id !== '' && before === undefined) return refuse(schemaUnknown(id));
  const base = before?.gewichtung ?? ueblicheGewichtung;
  return saveSchema(deps, viewer, {
    id: before?.id ?? null,
    grundlage: before?.fassung ?? null,
    titel: positionals[0] ?? '',
    gewichtung: wunsch.value.eigene?.(base) ?? base,
  });
}
