import { ok, type Refusal, type Result, refuse } from '#kernel';
import type { CommandInput, CommandOutput } from './command.ts';
import type { Principal } from './principal.ts';

/** The option by which the operator names the organisation for which it acts. */
export const organisationOption = { organisation: { type: 'string', short: 'o' } } as const;
export const organisationUsage = '--organisation <AGS|Name|Kennung>';

/** What makes a principal of an organisation out of the operator. */
export interface Acting {
  readonly actingFor: (principal: Principal, organisation: string) => Promise<Result<Principal>>;
}

/** Runs a command as the organisation that its option names; refuses where it names none. */
export async function asOrganisation(
  { actingFor }: Acting,
  { principal, values }: CommandInput,
  run: (principal: Principal) => Promise<Result<CommandOutput>>,
): Promise<Result<CommandOutput>> {
  const named = optionText(values, 'organisation');
  if (named === '') {
    return refuse(commandUsage(`Für welche Organisation? Bitte angeben: ${organisationUsage}`));
  }
  const acting = await actingFor(principal, named);
  return acting.ok ? run(acting.value) : acting;
}

/** The refusal of a command that was called in a way it cannot serve. */
export function commandUsage(message: string, kind: Refusal['kind'] = 'invalid'): Refusal {
  return { kind, code: 'COMMAND_USAGE', message };
}

/** An option's text; empty where it is not given. */
export function optionText(values: CommandInput['values'], name: string): string {
  const value = values[name];
  return typeof value === 'string' ? value : '';
}

/** An option's parts between commas. */
export function optionList(values: CommandInput['values'], name: string): readonly string[] {
  return optionText(values, name)
    .split(',')
    .map((each) => each.trim())
    .filter(Boolean);
}

/** What a command says of a result: its value as JSON, and a sentence. */
export function commandOutput<T>(
  result: Result<T>,
  sentence: (value: T) => string,
  json: (value: T) => unknown = (value) => value,
): Result<CommandOutput> {
  return result.ok ? ok({ json: json(result.value), text: sentence(result.value) }) : result;
}
