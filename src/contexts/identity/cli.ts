import { ok } from '#kernel';
import type { Command } from '#platform';
import { auditCommands } from './cli/audit-commands.ts';
import { memberCommands } from './cli/member-commands.ts';
import { organisationCommands } from './cli/organisation-commands.ts';
import { tokenCommands } from './cli/token-commands.ts';
import type { IdentityDeps } from './identity-deps.ts';
import { cleanUpIdentity } from './use-cases/clean-up.ts';

/** Everything of this context at the command line. */
export function identityCommands(deps: IdentityDeps): readonly Command[] {
  return [
    ...memberCommands(deps),
    ...organisationCommands(deps),
    ...tokenCommands(deps),
    ...auditCommands(deps),
    {
      name: 'identity clean-up',
      capability: 'identity.clean-up',
      usage: '',
      summary: 'Löscht abgelaufene Sitzungen und Zähler',
      arity: [0, 0],
      run: async () => {
        const deleted = await cleanUpIdentity(deps);
        return ok({ json: { deleted }, text: `${deleted} abgelaufene Einträge gelöscht.` });
      },
    },
  ];
}
