import { ok, type Result } from '#kernel';
import type { Command, CommandInput, CommandOutput } from '#platform';
import { istBeendet } from './domain/fachbereich.ts';
import type { CompassDeps } from './doors-deps.ts';
import { type Editor, managerOf, readerOf } from './use-cases/editor.ts';
import {
  addPerson,
  assignLeistungen,
  changeFachbereich,
  createFachbereich,
  fachbereicheOfKommune,
  removePerson,
} from './use-cases/fachbereiche.ts';
import { fachbereicheJson } from './views/fachbereich-json.ts';

const text = { type: 'string' } as const;
const kommune = { kommune: text } as const;
const forKommune = '--kommune <Name|AGS>';

/** The Fachbereiche on the command line; the operator names the Kommune. */
export function fachbereichCommands(deps: CompassDeps): readonly Command[] {
  return [listCommand(deps), ...changeCommands(deps)];
}

function listCommand(deps: CompassDeps): Command {
  return {
    capability: 'compass.fachbereiche',
    name: 'fachbereiche',
    usage: forKommune,
    summary: 'Die Fachbereiche einer Kommune',
    options: kommune,
    arity: [0, 0],
    run: async ({ values, principal }) => {
      const reader = await readerOf(deps, principal, option(values, 'kommune'));
      if (!reader.ok) return reader;
      const all = await fachbereicheOfKommune(deps, reader.value);
      const json = fachbereicheJson(all, await deps.personen(reader.value.actor, reader.value.kommune));
      const today = deps.clock.today();
      const lines = all.fachbereiche.map(
        (each) =>
          `${each.id}  ${each.name}${istBeendet(each, today) ? ' (beendet)' : ''}, Fassung ${each.fassung}`,
      );
      return ok({ json, text: lines.join('\n') || 'Noch kein Fachbereich.' });
    },
  };
}

function changeCommands(deps: CompassDeps): readonly Command[] {
  return [
    changing(deps, {
      capability: 'compass.fachbereich.create',
      name: 'fachbereiche create',
      usage: `<Name> ${forKommune}`,
      summary: 'Einen Fachbereich anlegen',
      options: kommune,
      arity: [1, 12],
      act: (editor, { positionals }) => createFachbereich(deps, editor, positionals.join(' ')),
    }),
    changing(deps, {
      capability: 'compass.fachbereich.change',
      name: 'fachbereiche change',
      usage: `<Kennung> --fassung <n> [--name <Name>] [--endet JJJJ-MM-TT] ${forKommune}`,
      summary: 'Einen Fachbereich umbenennen oder beenden',
      options: { ...kommune, fassung: text, name: text, endet: text },
      arity: [1, 1],
      act: (editor, { positionals: [id = ''], values }) => {
        const [name, endetAm] = [option(values, 'name'), option(values, 'endet')];
        return changeFachbereich(deps, editor, {
          id,
          fassung: Number(option(values, 'fassung') ?? 0),
          ...(name === undefined ? {} : { name }),
          ...(endetAm === undefined ? {} : { endetAm }),
        });
      },
    }),
    changing(deps, {
      capability: 'compass.fachbereich.assign',
      name: 'fachbereiche assign',
      usage: `<themenfeld|ozg|leistung> <Nummer> [--fachbereich <Kennung>] ${forKommune}`,
      summary: 'Leistungen einem Fachbereich zuordnen; ohne --fachbereich wird die Zuordnung weggenommen',
      options: { ...kommune, fachbereich: text },
      arity: [2, 2],
      act: (editor, { positionals: [art = '', ziel = ''], values }) =>
        assignLeistungen(deps, editor, { art, ziel, fachbereichId: option(values, 'fachbereich') ?? null }),
    }),
    changing(deps, {
      capability: 'compass.fachbereich.person',
      name: 'fachbereiche person',
      usage: `<Fachbereich> <Mitglied> [--rolle leitung|mitarbeit|vertretung] [--von JJJJ-MM-TT] [--bis JJJJ-MM-TT] ${forKommune}`,
      summary: 'Eine Person für einen Fachbereich eintragen',
      options: { ...kommune, rolle: text, von: text, bis: text },
      arity: [2, 2],
      act: (editor, { positionals: [fachbereichId = '', mitgliedId = ''], values }) =>
        addPerson(deps, editor, {
          fachbereichId,
          mitgliedId,
          rolle: option(values, 'rolle') ?? 'mitarbeit',
          von: option(values, 'von') ?? '',
          bis: option(values, 'bis') ?? null,
        }),
    }),
    changing(deps, {
      capability: 'compass.fachbereich.person-end',
      name: 'fachbereiche person-end',
      usage: `<Kennung der Zuordnung> [--bis JJJJ-MM-TT] ${forKommune}`,
      summary: 'Die Arbeit einer Person für einen Fachbereich beenden',
      options: { ...kommune, bis: text },
      arity: [1, 1],
      act: (editor, { positionals: [id = ''], values }) =>
        removePerson(deps, editor, id, option(values, 'bis') ?? null),
    }),
  ];
}

interface Change extends Omit<Command, 'run'> {
  readonly act: (editor: Editor, input: CommandInput) => Promise<Result<unknown>>;
}

function changing(deps: CompassDeps, { act, ...command }: Change): Command {
  const run = async (input: CommandInput): Promise<Result<CommandOutput>> => {
    const editor = await managerOf(deps, input.principal, option(input.values, 'kommune'));
    if (!editor.ok) return editor;
    const result = await act(editor.value, input);
    return result.ok ? ok({ json: result.value ?? {}, text: 'Gespeichert.' }) : result;
  };
  return { ...command, run };
}

function option(values: CommandInput['values'], name: string): string | undefined {
  const value = values[name];
  return typeof value === 'string' ? value : undefined;
}
