import type { Result } from '#kernel';
import {
  asOrganisation,
  type Command,
  type CommandInput,
  type CommandOutput,
  organisationOption,
  organisationUsage,
} from '#platform';
import type { Lead, ReleasesDeps } from './deps.ts';
import { leadOf, type Viewer, viewerOf } from './use-cases/actors.ts';

export const text = { type: 'string' } as const;
export const flag = { type: 'boolean' } as const;

/** What a command of this context says about itself. */
export type Said = Pick<Command, 'capability' | 'name' | 'summary' | 'arity'> & {
  readonly usage: string;
  readonly options?: Command['options'];
};

/** A command that acts for the organisation that its option names. */
export function organisationCommand(
  deps: ReleasesDeps,
  { usage, options, ...said }: Said,
  run: (input: CommandInput, principal: CommandInput['principal']) => Promise<Result<CommandOutput>>,
): Command {
  return {
    ...said,
    usage: `${usage} ${organisationUsage}`.trim(),
    options: { ...organisationOption, ...options },
    run: (input) => asOrganisation(deps, input, (principal) => run(input, principal)),
  };
}

/** A command of those who roll out. */
export function leadCommand(
  deps: ReleasesDeps,
  said: Said,
  run: (lead: Lead, input: CommandInput) => Promise<Result<CommandOutput>>,
): Command {
  return organisationCommand(deps, said, async (input, principal) => {
    const lead = await leadOf(deps, principal);
    return lead.ok ? run(lead.value, input) : lead;
  });
}

/** A command for the provider and for Kommunen that use its services. */
export function viewerCommand(
  deps: ReleasesDeps,
  said: Said,
  run: (viewer: Viewer, input: CommandInput) => Promise<Result<CommandOutput>>,
): Command {
  return organisationCommand(deps, said, async (input, principal) => {
    const viewer = await viewerOf(deps, principal);
    return viewer.ok ? run(viewer.value, input) : viewer;
  });
}
