import { ok, type Result, refuse } from '#kernel';
import {
  type Command,
  type CommandInput,
  type CommandOutput,
  optionText,
  organisationOption,
  organisationUsage,
} from '#platform';
import { tenantMissing } from '../errors.ts';
import type { IdentityDeps } from '../identity-deps.ts';
import type { Caller } from '../use-cases/deps.ts';
import { findOrganisation } from '../use-cases/find-organisation.ts';

type Run = (caller: Caller, input: CommandInput) => Promise<Result<CommandOutput>>;

/** A command that acts within one organisation. */
interface OrganisationCommand {
  readonly name: string;
  readonly capability: string;
  readonly usage?: string;
  readonly summary: string;
  readonly arity: readonly [number, number];
  readonly options?: NonNullable<Command['options']>;
  readonly run: Run;
}

/** Makes a command for which the operator names the organisation with `--organisation`. */
export function withinOrganisation(deps: IdentityDeps, command: OrganisationCommand): Command {
  return {
    name: command.name,
    capability: command.capability,
    usage: `${command.usage ?? ''} ${organisationUsage}`.trim(),
    summary: command.summary,
    arity: command.arity,
    options: { ...organisationOption, ...command.options },
    run: async (input) => {
      const caller = await callerFor(deps, input);
      return caller.ok ? command.run(caller.value, input) : caller;
    },
  };
}

async function callerFor(deps: IdentityDeps, { values, principal }: CommandInput): Promise<Result<Caller>> {
  const { actor, permissions } = principal;
  if (principal.tenant) return ok({ tenant: principal.tenant, actor, permissions });
  const named = optionText(values, 'organisation');
  if (!named) return refuse(tenantMissing);
  const found = await findOrganisation(deps, actor, named);
  return found.ok ? ok({ tenant: found.value.id, actor, permissions }) : found;
}

/** What became of an invitation's mail. */
export function sentTo({ mailSent }: { readonly mailSent: boolean }): string {
  return mailSent
    ? 'Die Einladung ist verschickt.'
    : 'Die Einladung ist gespeichert, aber die Mail ging nicht hinaus. Bitte „member resend“ verwenden.';
}
