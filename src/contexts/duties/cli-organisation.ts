import { type Refusal, type Result, refuse } from '#kernel';
import type { CommandInput, CommandOutput, Principal } from '#platform';
import type { DutiesDeps } from './doors-deps.ts';

/** The option by which the operator names the organisation for which it acts. */
export const organisation = { organisation: { type: 'string', short: 'o' } } as const;
export const organisationUsage = '--organisation <AGS|Name|Kennung>';

/** Runs a command as the named organisation. */
export async function within(
  deps: DutiesDeps,
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
  return acting.ok ? run(acting.value) : acting;
}

/** On a terminal there is one line: the fields' messages follow the sentence. */
export function inOneSentence(refusal: Refusal): Refusal {
  const fields = (refusal.fields ?? []).map(({ field, message }) => `${field}: ${message}`);
  return { ...refusal, message: [refusal.message, ...fields].join(' ') };
}
