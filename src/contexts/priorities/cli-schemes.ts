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
import { ueblicheGewichtung } from './domain/gewichtung.ts';
import { bewegungen } from './domain/vergleich.ts';
import { schemaUnknown } from './errors.ts';
import type { PrioritiesDeps } from './priorities-deps.ts';
import { readRangfolge } from './use-cases/read-rangfolge.ts';
import { decideSchema, openBeschluss, readSchemes, saveSchema } from './use-cases/schemata.ts';
import { managerOf, type Viewer, viewerOf } from './use-cases/viewer.ts';
import { beschlussAnswer, schemaAnswer, zeileAnswer } from './views/answers.ts';
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

function compareCommand(deps: PrioritiesDeps): Command {
  return {
    capability: 'priorities.schemes.compare',
    name: 'prioritaeten scheme-compare',
    usage: `<Kennung vorher> <Kennung nachher> ${organisationUsage}`,
    summary: 'Wer sich bewegt, wenn ein Schema ein anderes ablöst',
    options: organisationOption,
    arity: [2, 2],
    run: (input) =>
      asOrganisation(deps, input, async (principal) => {
        const manager = await managerOf(deps, principal, 'Schemata vergleichen');
        if (!manager.ok) return manager;
        const [a = '', b = ''] = input.positionals;
        const before = await readRangfolge(deps, manager.value, { eigene: null, schema: a });
        if (!before.ok) return before;
        const after = await readRangfolge(deps, manager.value, { eigene: null, schema: b });
        if (!after.ok) return after;
        const moves = bewegungen(before.value.liste, after.value.liste).map(({ row, vorher, nachher }) => ({
          id: after.value.welt.leistungen[row]?.id ?? '',
          name: after.value.welt.leistungen[row]?.name ?? '',
          vorher,
          nachher,
        }));
        const lines = moves.map(({ name, vorher, nachher }) => `${vorher} → ${nachher}  ${name}`);
        return ok({ json: { bewegungen: moves }, text: lines.join('\n') || 'Niemand bewegt sich.' });
      }),
  };
}

function decideCommand(deps: PrioritiesDeps): Command {
  return {
    capability: 'priorities.schemes.decide',
    name: 'prioritaeten decide',
    usage: `<Kennung> --gremium <Text> --grund <Text> ${organisationUsage}`,
    summary: 'Ein Schema in seiner neuesten Fassung beschließen',
    options: { ...organisationOption, gremium: text, grund: text },
    arity: [1, 1],
    run: (input) =>
      asOrganisation(deps, input, async (principal) => {
        const manager = await managerOf(deps, principal, 'Schemata beschließen');
        if (!manager.ok) return manager;
        const id = input.positionals[0] ?? '';
        const { schemata } = await readSchemes(deps, manager.value);
        const decided = await decideSchema(deps, manager.value, id, {
          fassung: schemata.find((each) => each.id === id)?.fassung ?? 0,
          gremium: optionText(input.values, 'gremium'),
          grund: optionText(input.values, 'grund'),
          sitzungsbeschluss: null,
        });
        return commandOutput(
          decided,
          ({ nummer }) => `Beschlossen als Beschluss ${nummer}.`,
          beschlussAnswer,
        );
      }),
  };
}

function openCommand(deps: PrioritiesDeps): Command {
  return {
    capability: 'priorities.decisions',
    name: 'prioritaeten decision',
    usage: `<Nummer> ${organisationUsage}`,
    summary: 'Ein Beschluss, genau wie er getroffen wurde, mit seiner Rangfolge',
    options: organisationOption,
    arity: [1, 1],
    run: (input) =>
      asOrganisation(deps, input, async (principal) => {
        const viewer = await viewerOf(deps, principal);
        if (!viewer.ok) return viewer;
        const opened = await openBeschluss(deps, viewer.value, input.positionals[0] ?? '');
        if (!opened.ok) return opened;
        const { beschluss, unveraendert, liste } = opened.value;
        const leistungen = Array.from(liste.reihenfolge, (row) => zeileAnswer(opened.value, row));
        const lines = leistungen.slice(0, 20).map(({ rang, name }) => `${String(rang).padStart(5)}. ${name}`);
        const head = `Beschluss ${beschluss.nummer}: ${beschluss.titel}, ${beschluss.gremium}. ${unveraendert ? 'Nachgerechnet: stimmt überein.' : 'Nachgerechnet: weicht ab!'}`;
        return ok({
          json: { beschluss: beschlussAnswer(beschluss), unveraendert, leistungen },
          text: [head, ...lines].join('\n'),
        });
      }),
  };
}
