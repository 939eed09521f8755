import { ok, type Result } from '#kernel';
import {
  type Command,
  type CommandInput,
  type CommandOutput,
  organisationOption,
  organisationUsage,
} from '#platform';
import type { ViewsDeps } from './deps.ts';
import type { Ansicht } from './domain/ansicht.ts';
import { changeView, deleteView } from './use-cases/change-view.ts';
import { type Person, personOf } from './use-cases/person.ts';
import { listViews, readView } from './use-cases/read-views.ts';
import { saveView } from './use-cases/save-view.ts';
import { sharedWith, viewAnswer } from './views.ts';

const text = { type: 'string' } as const;

/** This context on the command line: the views that an organisation shares. */
export function viewsCommands(deps: ViewsDeps): readonly Command[] {
  return [...readCommands(deps), ...changeCommands(deps)];
}

function readCommands(deps: ViewsDeps): readonly Command[] {
  return [
    {
      capability: 'views.list',
      name: 'ansichten',
      usage: organisationUsage,
      summary: 'Gespeicherte Ansichten, die eine Organisation teilt oder sieht',
      options: organisationOption,
      arity: [0, 0],
      run: (input) =>
        asPerson(deps, input, async (person) => {
          const all = await listViews(deps, person);
          const lines = all.map((one) => `${one.id}  ${one.name} (${one.liste}; ${sharedWith(person, one)})`);
          const json = { ansichten: all.map((one) => viewAnswer(person, one)) };
          return ok({ json, text: lines.join('\n') || 'Noch keine Ansicht.' });
        }),
    },
    {
      capability: 'views.read',
      name: 'ansichten show',
      usage: `<Kennung> ${organisationUsage}`,
      summary: 'Eine gespeicherte Ansicht mit ihrer Adresse',
      options: organisationOption,
      arity: [1, 1],
      run: (input) => answered(deps, input, (person, id) => readView(deps, person, id)),
    },
  ];
}

function changeCommands(deps: ViewsDeps): readonly Command[] {
  return [
    {
      capability: 'views.save',
      name: 'ansichten save',
      usage: `<Name> <Adresse> [--liste <Name der Liste>] [--geteilt organisation|kreis] ${organisationUsage}`,
      summary: 'Die Adresse einer Liste unter einem Namen speichern',
      options: { ...organisationOption, liste: text, geteilt: text },
      arity: [2, 2],
      run: (input) =>
        answered(deps, input, (person, name) => {
          const geteilt = option(input, 'geteilt') ?? 'organisation';
          const [, adresse = ''] = input.positionals;
          const liste = option(input, 'liste') ?? '';
          return saveView(deps, person, { name, adresse, liste, geteilt, start: false });
        }),
    },
    {
      capability: 'views.change',
      name: 'ansichten change',
      usage: `<Kennung> [--name <Text>] [--geteilt nein|organisation|kreis] [--adresse <Adresse>] ${organisationUsage}`,
      summary: 'Eine Ansicht umbenennen, anders teilen oder ihre Abfrage ersetzen',
      options: { ...organisationOption, name: text, geteilt: text, adresse: text },
      arity: [1, 1],
      run: (input) =>
        answered(deps, input, (person, id) =>
          changeView(deps, person, id, {
            name: option(input, 'name'),
            geteilt: option(input, 'geteilt'),
            adresse: option(input, 'adresse'),
          }),
        ),
    },
    {
      capability: 'views.delete',
      name: 'ansichten delete',
      usage: `<Kennung> ${organisationUsage}`,
      summary: 'Eine Ansicht löschen',
      options: organisationOption,
      arity: [1, 1],
      run: (input) =>
        asPerson(deps, input, async (person) => {
          const deleted = await deleteView(deps, person, input.positionals[0] ?? '');
          return deleted.ok ? ok({ json: deleted.value, text: 'Die Ansicht ist gelöscht.' }) : deleted;
        }),
    },
  ];
}

async function asPerson(
  deps: ViewsDeps,
  input: CommandInput,
  run: (person: Person) => Promise<Result<CommandOutput>>,
): Promise<Result<CommandOutput>> {
  const named = option(input, 'organisation');
  const acting = named === undefined ? ok(input.principal) : await deps.actingFor(input.principal, named);
  if (!acting.ok) return acting;
  const person = personOf(acting.value);
  return person.ok ? run(person.value) : person;
}

function answered(
  deps: ViewsDeps,
  input: CommandInput,
  act: (person: Person, first: string) => Promise<Result<Ansicht>>,
): Promise<Result<CommandOutput>> {
  return asPerson(deps, input, async (person) => {
    const result = await act(person, input.positionals[0] ?? '');
    if (!result.ok) return result;
    const json = viewAnswer(person, result.value);
    return ok({ json, text: `${json.id}  ${json.name}  ${json.adresse}` });
  });
}

function option({ values }: CommandInput, name: string): string | undefined {
  const value = values[name];
  return typeof value === 'string' ? value : undefined;
}
