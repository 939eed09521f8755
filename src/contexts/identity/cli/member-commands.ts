import { ok } from '#kernel';
import { type Command, commandOutput, optionList, optionText } from '#platform';
import type { IdentityDeps } from '../identity-deps.ts';
import { memberAnswer, memberDetailAnswer } from '../shapes.ts';
import { changeMemberState, changeRoles, type MemberChange } from '../use-cases/change-member.ts';
import { changeOffices } from '../use-cases/change-offices.ts';
import type { Caller } from '../use-cases/deps.ts';
import { inviteMember, resendInvitation } from '../use-cases/invite-member.ts';
import { limitMember } from '../use-cases/limit-member.ts';
import { readMember, readMembers } from '../use-cases/read-members.ts';
import { sentTo, withinOrganisation } from './command-parts.ts';
import { deputyCommands } from './deputy-commands.ts';
import { idOf } from './member-id.ts';

const rolesOption = { roles: { type: 'string' } } as const;

function withEnded(sentence: string) {
  return ({ sessionsEnded, tokensRevoked }: MemberChange) =>
    `${sentence} Beendete Sitzungen: ${sessionsEnded}, widerrufene Zugänge: ${tokensRevoked}.`;
}

/** Members at the command line. */
export function memberCommands(deps: IdentityDeps): readonly Command[] {
  return [...readCommands(deps), ...inviteCommands(deps), ...changeCommands(deps), ...deputyCommands(deps)];
}

function readCommands(deps: IdentityDeps): readonly Command[] {
  return [
    withinOrganisation(deps, {
      name: 'member list',
      capability: 'identity.member.list',
      summary: 'Listet die Mitglieder',
      arity: [0, 0],
      run: async (caller) => {
        const members = (await readMembers(deps, caller)).map(memberAnswer);
        const lines = members.map(
          ({ id, state, name, roles }) => `${id}  ${state.padEnd(9)}  ${name}  ${roles.join(',')}`,
        );
        return ok({ json: { members }, text: lines.join('\n') });
      },
    }),
    withinOrganisation(deps, {
      name: 'member show',
      capability: 'identity.member.show',
      usage: '<Kennung>',
      summary: 'Zeigt ein Mitglied',
      arity: [1, 1],
      run: async (caller, input) =>
        commandOutput(
          await readMember(deps, caller, idOf(input)),
          ({ member }) =>
            `${member.name} <${member.email ?? '-'}>  ${member.state}  ${member.roles.join(', ')}`,
          memberDetailAnswer,
        ),
    }),
  ];
}

function inviteCommands(deps: IdentityDeps): readonly Command[] {
  return [
    withinOrganisation(deps, {
      name: 'member invite',
      capability: 'identity.member.invite',
      usage: '<Name> <E-Mail> --roles <Rolle,…>',
      summary: 'Lädt eine Person ein',
      arity: [2, 2],
      options: rolesOption,
      run: async (caller, { positionals: [name = '', email = ''], values }) =>
        commandOutput(
          await inviteMember(deps, caller, { name, email, roles: optionList(values, 'roles') }),
          sentTo,
        ),
    }),
    withinOrganisation(deps, {
      name: 'member resend',
      capability: 'identity.member.resend',
      usage: '<Kennung>',
      summary: 'Sendet die Einladung noch einmal',
      arity: [1, 1],
      run: async (caller, input) => commandOutput(await resendInvitation(deps, caller, idOf(input)), sentTo),
    }),
  ];
}

/** Offices may be named by their name or their id; what is neither is left to the refusal. */
async function idsOf(deps: IdentityDeps, caller: Caller, named: readonly string[]): Promise<string[]> {
  const offices = await deps.officesOf(caller);
  return named.map((text) => offices.find(({ id, name }) => id === text || name === text)?.id ?? text);
}

const states = [
  ['suspend', 'Sperrt den Zugang', 'Der Zugang ist gesperrt.'],
  ['resume', 'Öffnet den Zugang wieder', 'Der Zugang ist wieder offen.'],
  ['remove', 'Entfernt ein Mitglied', 'Das Mitglied ist entfernt.'],
] as const;

function changeCommands(deps: IdentityDeps): readonly Command[] {
  return [
    withinOrganisation(deps, {
      name: 'member roles',
      capability: 'identity.member.roles',
      usage: '<Kennung> --roles <Rolle,…>',
      summary: 'Ändert die Rollen',
      arity: [1, 1],
      options: rolesOption,
      run: async (caller, input) =>
        commandOutput(
          await changeRoles(deps, caller, idOf(input), optionList(input.values, 'roles')),
          withEnded('Die Rollen sind geändert.'),
        ),
    }),
    withinOrganisation(deps, {
      name: 'member offices',
      capability: 'identity.member.offices',
      usage: '<Kennung> --offices <Stelle,…|alle>',
      summary: 'Legt fest, für welche Stellen ein Mitglied Anträge bearbeitet',
      arity: [1, 1],
      options: { offices: { type: 'string' } },
      run: async (caller, input) => {
        const named = optionList(input.values, 'offices');
        const wanted = named.includes('alle') ? null : await idsOf(deps, caller, named);
        return commandOutput(
          await changeOffices(deps, caller, idOf(input), wanted),
          () => 'Die Stellen sind geändert.',
        );
      },
    }),
    withinOrganisation(deps, {
      name: 'member limit',
      capability: 'identity.member.limit',
      usage: '<Kennung> --until <JJJJ-MM-TT|unbefristet>',
      summary: 'Befristet den Zugang auf einen letzten Tag',
      arity: [1, 1],
      options: { until: { type: 'string' } },
      run: async (caller, input) => {
        const until = optionText(input.values, 'until');
        return commandOutput(
          await limitMember(deps, caller, idOf(input), until === 'unbefristet' ? null : until),
          (limited) =>
            limited.until ? `Der Zugang gilt bis ${limited.until}.` : 'Der Zugang gilt unbefristet.',
        );
      },
    }),
    ...states.map(([action, summary, sentence]) =>
      withinOrganisation(deps, {
        name: `member ${action}`,
        capability: `identity.member.${action}`,
        usage: '<Kennung>',
        summary,
        arity: [1, 1],
        run: async (caller, input) =>
          commandOutput(await changeMemberState(deps, caller, idOf(input), action), withEnded(sentence)),
      }),
    ),
  ];
}
