import type { Result } from '#kernel';
import {
  asOrganisation,
  type Command,
  type CommandInput,
  type CommandOutput,
  organisationOption,
  organisationUsage,
  type Principal,
} from '#platform';
import type { PlanningDeps } from './planning-deps.ts';
import { type Planner, plannerOf } from './use-cases/actors.ts';
import { planstand, planuebersicht } from './use-cases/read-plan.ts';

/** What a command of those who plan says about itself. */
export type PlannerCommand = Pick<Command, 'capability' | 'name' | 'summary' | 'arity'> & {
  readonly usage: string;
  readonly options?: Command['options'];
};

/** A command that acts for the IT-Dienstleister that its option names. */
export function plannerCommand(
  deps: PlanningDeps,
  { usage: words, options, ...command }: PlannerCommand,
  run: (planner: Planner, input: CommandInput, principal: Principal) => Promise<Result<CommandOutput>>,
): Command {
  return {
    ...command,
    usage: `${words} ${organisationUsage}`.trim(),
    options: { ...organisationOption, ...options },
    run: (input) =>
      asOrganisation(deps, input, async (principal) => {
        const planner = await plannerOf(deps, principal);
        return planner.ok ? run(planner.value, input, principal) : planner;
      }),
  };
}

/** A plan by its number or id. */
export async function planOf(deps: PlanningDeps, planner: Planner, word: string) {
  const { plaene } = await planuebersicht(deps, planner);
  return planstand(deps, planner, plaene.find(({ nummer }) => String(nummer) === word)?.id ?? word);
}

export const text = { type: 'string' } as const;

export const flag = { type: 'boolean' } as const;
