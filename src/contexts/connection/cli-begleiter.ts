import type { Result } from '#kernel';
import {
  asOrganisation,
  type CommandInput,
  type CommandOutput,
  optionText,
  organisationOption,
  organisationUsage,
} from '#platform';
import type { ConnectionDeps } from './connection-deps.ts';
import { type Begleiter, begleiterOf } from './use-cases/begleiter.ts';

export const text = { type: 'string' } as const;
export const options = { ...organisationOption, kommune: text } as const;
export const usage = `${organisationUsage} [--kommune <AGS|Name>]`;

/** Runs a command for the Kommune that the organisation is, or that it names. */
export function asBegleiter(
  deps: ConnectionDeps,
  input: CommandInput,
  recht: 'lesen' | 'aendern',
  run: (begleiter: Begleiter, dienst: string) => Promise<Result<CommandOutput>>,
): Promise<Result<CommandOutput>> {
  return asOrganisation(deps, input, async (principal) => {
    const begleiter = await begleiterOf(deps, principal, recht, optionText(input.values, 'kommune'));
    return begleiter.ok ? run(begleiter.value, input.positionals[0] ?? '') : begleiter;
  });
}
