import { ok, parseLocalDate, type Result } from '#kernel';
import {
  asOrganisation,
  type Command,
  type CommandInput,
  type CommandOutput,
  optionText,
  organisationOption,
  organisationUsage,
} from '#platform';
import type { ParametersDeps } from './deps.ts';
import { type Asker, askerOf } from './use-cases/asker.ts';

export const text = { type: 'string' } as const;

type Run = (asker: Asker, dienst: string, input: CommandInput) => Promise<Result<CommandOutput>>;

/** A command of whoever the operator acts for. */
export function command(
  deps: ParametersDeps,
  head: Pick<Command, 'capability' | 'name' | 'summary'> & {
    readonly usage?: string;
    readonly options?: Command['options'];
    readonly arity?: readonly [number, number];
  },
  run: Run,
): Command {
  return {
    ...head,
    usage: `${head.usage ?? '<Onlinedienst>'} ${organisationUsage}`,
    options: { ...organisationOption, ...head.options },
    arity: head.arity ?? [1, 1],
    run: (input) =>
      asOrganisation(deps, input, async (principal) => {
        const asker = await askerOf(deps, principal);
        return asker.ok ? run(asker.value, input.positionals[0] ?? '', { ...input, principal }) : asker;
      }),
  };
}

/** The day that somebody asks for; today without one. */
export function tagIn(deps: ParametersDeps, { values }: CommandInput) {
  const asked = optionText(values, 'datum');
  return asked === '' ? ok(deps.efa.clock.today()) : parseLocalDate(asked);
}
