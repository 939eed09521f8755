import type { Result } from '#kernel';
import type { Command, CommandInput, CommandOutput } from '#platform';
import type { ReportsDeps } from './reports-deps.ts';
import { type Berichtende, berichtendeOf, type Recht } from './use-cases/people.ts';

export const text = { type: 'string' } as const;

/** A command for one Kommune, named by `--kommune`. */
export interface OwnCommand extends Omit<Command, 'run'> {
  readonly recht: Recht;
  readonly act: (who: Berichtende, input: CommandInput) => Promise<Result<CommandOutput>>;
}

/** Makes commands of what the operator does for a Kommune. */
export function ownCommands(deps: ReportsDeps, commands: readonly OwnCommand[]): readonly Command[] {
  return commands.map(({ recht, act, ...command }) => ({
    ...command,
    usage: `${command.usage} --kommune <Name|AGS>`.trim(),
    options: { ...command.options, kommune: text },
    run: async (input) => {
      const who = await berichtendeOf(deps, input.principal, recht, option(input, 'kommune'));
      return who.ok ? act(who.value, input) : who;
    },
  }));
}

export function option({ values }: Pick<CommandInput, 'values'>, name: string): string | undefined {
  const value = values[name];
  return typeof value === 'string' ? value : undefined;
}

/** The version that an option names. */
export function versionOf(input: CommandInput): number | undefined {
  const given = option(input, 'fassung');
  return given !== undefined && /^\d{1,9}$/.test(given) ? Number(given) : undefined;
}
