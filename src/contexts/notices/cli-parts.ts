import { callerOf, findOrganisation } from '#identity';
import { ok, type Result, refuse } from '#kernel';
import type { Command, CommandInput, CommandOutput } from '#platform';
import type { Caller, NoticesDeps } from './deps.ts';
import { tenantMissing } from './errors.ts';

interface OrganisationCommand {
  readonly name: string;
  readonly capability: string;
  readonly usage?: string;
  readonly summary: string;
  readonly arity: readonly [number, number];
  readonly options?: NonNullable<Command['options']>;
  readonly run: (caller: Caller, input: CommandInput) => Promise<Result<CommandOutput>>;
}

/** Makes a command for which the operator names the organisation with `--organisation`. */
export function withinOrganisation(deps: NoticesDeps, command: OrganisationCommand): Command {
  return {
    ...command,
    usage: `${command.usage ?? ''} --organisation <AGS|Name|Kennung>`.trim(),
    options: { organisation: { type: 'string', short: 'o' }, ...command.options },
    run: async (input) => {
      const caller = await callerFor(deps, input);
      return caller.ok ? command.run(caller.value, input) : caller;
    },
  };
}

async function callerFor(deps: NoticesDeps, { values, principal }: CommandInput): Promise<Result<Caller>> {
  const own = callerOf(principal);
  if (own) return ok(own);
  const { actor, permissions } = principal;
  const named = text(values, 'organisation');
  if (!named) return refuse(tenantMissing);
  const found = await findOrganisation(deps, actor, named);
  return found.ok ? ok({ tenant: found.value.id, actor, permissions }) : found;
}

/** An option's text, or nothing. */
export function text(values: CommandInput['values'], name: string): string {
  const value = values[name];
  return typeof value === 'string' ? value : '';
}

/** An option's parts between commas. */
export function list(values: CommandInput['values'], name: string): readonly string[] {
  return text(values, name)
    .split(',')
    .map((each) => each.trim())
    .filter(Boolean);
}

/** The output of a result: its value as JSON, and a sentence. */
export function said<T>(
  result: Result<T>,
  sentence: (value: T) => string,
  json: (value: T) => unknown = (v) => v,
) {
  return result.ok ? ok({ json: json(result.value), text: sentence(result.value) }) : result;
}
