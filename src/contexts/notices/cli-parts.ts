import { callerOf, findOrganisation } from '#identity';
import { ok, type Result, refuse } from '#kernel';
import {
  type Command,
  type CommandInput,
  type CommandOutput,
  optionText,
  organisationOption,
  organisationUsage,
} from '#platform';
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
    usage: `${command.usage ?? ''} ${organisationUsage}`.trim(),
    options: { ...organisationOption, ...command.options },
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
  const named = optionText(values, 'organisation');
  if (!named) return refuse(tenantMissing);
  const found = await findOrganisation(deps, actor, named);
  return found.ok ? ok({ tenant: found.value.id, actor, permissions }) : found;
}
