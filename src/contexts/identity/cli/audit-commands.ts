import { ok } from '#kernel';
import { type Command, type CommandInput, commandOutput, optionText } from '#platform';
import type { IdentityDeps } from '../identity-deps.ts';
import { auditLineAnswer } from '../shapes.ts';
import { parseAuditSearch } from '../use-cases/parse-audit-search.ts';
import { type AuditChain, checkAuditChain, readAudit } from '../use-cases/read-audit.ts';
import { withinOrganisation } from './command-parts.ts';

const option = { type: 'string' } as const;
const installation = { installation: { type: 'boolean' } } as const;

/** The audit trail at the command line. */
export function auditCommands(deps: IdentityDeps): readonly Command[] {
  return [searchCommand(deps), verifyCommand(deps)];
}

function searchCommand(deps: IdentityDeps): Command {
  return withinOrganisation(deps, {
    name: 'audit search',
    capability: 'identity.audit.search',
    usage:
      '[--action <Handlung>] [--actor <wer>] [--object <Kennung>] [--from <Tag>] [--to <Tag>] [--page 1] [--installation]',
    summary: 'Durchsucht die Prüfspur',
    arity: [0, 0],
    options: {
      ...installation,
      action: option,
      actor: option,
      object: option,
      from: option,
      to: option,
      page: option,
    },
    run: async (caller, input) => {
      const search = searchOf(input);
      if (!search.ok) return search;
      const found = await readAudit(deps, caller, search.value);
      if (!found.ok) return found;
      const lines = found.value.rows.map(auditLineAnswer);
      const rows = lines.map(
        ({ seq, at, action, actorName, object }) =>
          `${seq}  ${at}  ${action}  ${actorName}  ${object.type} ${object.id}`,
      );
      return ok({ json: { lines, total: found.value.total }, text: rows.join('\n') });
    },
  });
}

function searchOf({ values }: CommandInput) {
  const optional = (name: string) => optionText(values, name) || undefined;
  return parseAuditSearch({
    chain: chainOf(values),
    action: optional('action'),
    actor: optional('actor'),
    objectId: optional('object'),
    from: optional('from'),
    to: optional('to'),
    page: Math.max(1, Number.parseInt(optionText(values, 'page'), 10) || 1),
    size: 50,
  });
}

function verifyCommand(deps: IdentityDeps): Command {
  return withinOrganisation(deps, {
    name: 'audit verify',
    capability: 'identity.audit.verify',
    usage: '[--installation]',
    summary: 'Berechnet die Hash-Kette der Prüfspur neu',
    arity: [0, 0],
    options: installation,
    run: async (caller, { values }) =>
      commandOutput(
        await checkAuditChain(deps, caller, chainOf(values)),
        ({ lines, lastHash, firstBroken }) =>
          firstBroken
            ? `Die Kette ist bei Eintrag ${firstBroken.seq} gebrochen (${firstBroken.why}).`
            : `Die Kette ist ganz: ${lines} Einträge. Letzte Prüfsumme: ${lastHash}`,
      ),
  });
}

function chainOf(values: CommandInput['values']): AuditChain {
  return values.installation === true ? 'installation' : 'organisation';
}
