import { type Refusal, type Result, refuse } from '#kernel';
import type { CommandInput, CommandOutput, Principal } from '#platform';
import type { DiscussionDeps } from './deps.ts';

/** The option by which the operator names the organisation for which it acts. */
export const organisation = { organisation: { type: 'string', short: 'o' } } as const;
export const organisationUsage = '--organisation <AGS|Name|Kennung>';

/** Runs a command as the named organisation; on a terminal there is one line, so the fields' messages follow. */
export async function within(
  deps: DiscussionDeps,
  { principal, values }: CommandInput,
  run: (principal: Principal) => Promise<Result<CommandOutput>>,
): Promise<Result<CommandOutput>> {
  if (typeof values.organisation !== 'string') {
    return refuse({
      kind: 'invalid',
      code: 'COMMAND_USAGE',
      message: `Für welche Organisation? Bitte angeben: ${organisationUsage}`,
    });
  }
  const acting = await deps.actingFor(principal, values.organisation);
  if (!acting.ok) return acting;
  const outcome = await run(acting.value);
  return outcome.ok ? outcome : refuse(inOneSentence(outcome.refusal));
}

function inOneSentence(refusal: Refusal): Refusal {
  return {
    ...refusal,
    message: [refusal.message, ...(refusal.fields ?? []).map(({ message }) => message)].join(' '),
  };
}
