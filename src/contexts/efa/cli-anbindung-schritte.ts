import { ok, type Result, refuse } from '#kernel';
import type { Command, CommandInput, CommandOutput } from '#platform';
import { forKommune, kommune, option, text } from './cli-kommune.ts';
import type { Anbindung } from './domain/anbindung.ts';
import { type Schritt, schritte } from './domain/zustand.ts';
import type { EfaDeps } from './doors-deps.ts';
import { invalidField } from './errors.ts';
import { zustandLabel } from './messages.ts';
import { changeState, moveToNewest, planGoLive } from './use-cases/change-state.ts';
import { type Editor, editorOf } from './use-cases/editor.ts';
import { expressInterest } from './use-cases/express-interest.ts';
import { readDetail } from './use-cases/read-anbindungen.ts';
import { saveParameters } from './use-cases/save-parameters.ts';
import { stateAnswer } from './views/answers.ts';

export function changeCommands(deps: EfaDeps): readonly Command[] {
  const version = { version: text } as const;
  return [
    changeCommand(deps, {
      capability: 'efa.anbindung.interest',
      name: 'anbindung interest',
      usage: `<Onlinedienst> ${forKommune}`,
      summary: 'Interesse an einem Onlinedienst vermerken',
      arity: [1, 1],
      options: kommune,
      act: (editor, { dienst }) => expressInterest(deps, editor, dienst),
    }),
    changeCommand(deps, {
      capability: 'efa.anbindung.parameters',
      name: 'anbindung parameters',
      usage: `<Onlinedienst> ${forKommune} --values <JSON> [--from JJJJ-MM-TT] [--version <n>]`,
      summary: 'Parameter angeben, die ab einem Tag gelten; Beträge in Cent',
      arity: [1, 1],
      options: { ...kommune, ...version, values: text, from: text },
      act: async (editor, ref, { values }) => {
        const given = parseValues(option(values, 'values') ?? '');
        if (!given.ok) return given;
        return saveParameters(deps, editor, {
          ...ref,
          values: given.value,
          giltAb: option(values, 'from') ?? '',
        });
      },
    }),
    changeCommand(deps, {
      capability: 'efa.anbindung.step',
      name: 'anbindung step',
      usage: `<Onlinedienst> <Schritt> ${forKommune} [--grund <Text>] [--version <n>]`,
      summary: `Einen Schritt gehen: ${stepNames.join(', ')}`,
      arity: [2, 2],
      options: { ...kommune, ...version, grund: text },
      act: async (editor, ref, { positionals, values }) => {
        const schritt = stepNames.find((name) => name === positionals[1]);
        if (!schritt)
          return refuse(
            invalidField('schritt', `Diesen Schritt gibt es nicht. Möglich sind: ${stepNames.join(', ')}.`),
          );
        return changeState(deps, editor, { ...ref, schritt, grund: option(values, 'grund') ?? '' });
      },
    }),
    changeCommand(deps, {
      capability: 'efa.anbindung.plan',
      name: 'anbindung plan',
      usage: `<Onlinedienst> [JJJJ-MM-TT] ${forKommune} [--version <n>]`,
      summary: 'Den geplanten Starttag vermerken oder, ohne Tag, löschen',
      arity: [1, 2],
      options: { ...kommune, ...version },
      act: (editor, ref, { positionals }) =>
        planGoLive(deps, editor, { ...ref, geplantAm: positionals[1] ?? '' }),
    }),
    changeCommand(deps, {
      capability: 'efa.anbindung.move',
      name: 'anbindung move',
      usage: `<Onlinedienst> ${forKommune} [--version <n>]`,
      summary: 'Auf die neueste Fassung des Onlinedienstes wechseln',
      arity: [1, 1],
      options: { ...kommune, ...version },
      act: (editor, ref) => moveToNewest(deps, editor, ref),
    }),
  ];
}

const stepNames = schritte.filter(
  (schritt): schritt is Exclude<Schritt, 'parameter-erfassen'> => schritt !== 'parameter-erfassen',
);

interface Change extends Omit<Command, 'run'> {
  readonly act: (
    editor: Editor,
    ref: { readonly dienst: string; readonly version: number },
    input: CommandInput,
  ) => Promise<Result<Anbindung>>;
}

function changeCommand(deps: EfaDeps, { act, ...command }: Change): Command {
  const run = async (input: CommandInput): Promise<Result<CommandOutput>> => {
    const editor = await editorOf(deps, input.principal, option(input.values, 'kommune'));
    if (!editor.ok) return editor;
    const dienst = input.positionals[0] ?? '';
    const result = await act(
      editor.value,
      { dienst, version: await versionOf(deps, editor.value, dienst, input) },
      input,
    );
    if (!result.ok) return result;
    const { zustand, version } = result.value;
    return ok({
      json: stateAnswer(result.value),
      text: `${dienst}, ${editor.value.kommune.name}: ${zustandLabel[zustand]}, Version ${version}`,
    });
  };
  return { ...command, run };
}

/** The version that the operator names, else the one that is stored now. */
export async function versionOf(
  deps: EfaDeps,
  editor: Editor,
  dienst: string,
  { values }: CommandInput,
): Promise<number> {
  const named = option(values, 'version');
  if (named !== undefined) return /^\d{1,9}$/.test(named) ? Number(named) : 0;
  const detail = await readDetail(deps, editor, dienst);
  return detail.ok ? detail.value.anbindung.version : 0;
}

export function parseValues(json: string): Result<Readonly<Record<string, unknown>>> {
  const wrong = 'Bitte geben Sie mit --values ein JSON-Objekt an, zum Beispiel {"gebuehr": 2500}.';
  try {
    const parsed: unknown = JSON.parse(json);
    if (typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed)) return ok({ ...parsed });
  } catch {
    return refuse(invalidField('values', wrong));
  }
  return refuse(invalidField('values', wrong));
}
