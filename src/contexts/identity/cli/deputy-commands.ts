import { type Command, commandOutput } from '#platform';
import type { IdentityDeps } from '../identity-deps.ts';
import { endDeputy, nameDeputy } from '../use-cases/name-deputy.ts';
import { withinOrganisation } from './command-parts.ts';
import { idOf } from './member-id.ts';

export function deputyCommands(deps: IdentityDeps): readonly Command[] {
  return [
    withinOrganisation(deps, {
      name: 'deputy name',
      capability: 'identity.vertretung.name',
      usage: '<Mitglied> <Vertretung> <von> <bis>',
      summary: 'Trägt eine Vertretung ein',
      arity: [4, 4],
      run: async (caller, { positionals: [memberId = '', deputyId = '', from = '', to = ''] }) =>
        commandOutput(
          await nameDeputy(deps, caller, { memberId, deputyId, from, to }),
          ({ vertretungId }) => `Die Vertretung ${vertretungId} ist eingetragen.`,
        ),
    }),
    withinOrganisation(deps, {
      name: 'deputy end',
      capability: 'identity.vertretung.end',
      usage: '<Vertretung>',
      summary: 'Beendet eine Vertretung',
      arity: [1, 1],
      run: async (caller, input) =>
        commandOutput(await endDeputy(deps, caller, idOf(input)), () => 'Die Vertretung ist beendet.'),
    }),
  ];
}
