import { type Result, refuse } from '#kernel';
import type { CommandInput, CommandOutput, Principal } from '#platform';
import type { FinderDeps } from './deps.ts';

export const organisation = { organisation: { type: 'string', short: 'o' } } as const;
export const organisationUsage = '--organisation <AGS|Name|Kennung>';

/** Runs a command for the organisation that its option names. */
export async function within(
  deps: Pick<FinderDeps, 'actingFor'>,
  { principal, values }: CommandInput,
  run: (principal: Principal) => Promise<Result<CommandOutput>>,
): Promise<Result<CommandOutput>> {
  if (typeof values.organisation !== 'string')
    return refuse({
      kind: 'invalid',
      code: 'COMMAND_USAGE',
      message: `Für welche Organisation? Bitte angeben: ${organisationUsage}`,
    });
  const acting = await deps.actingFor(principal, values.organisation);
  return acting.ok ? run(acting.value) : acting;
}
