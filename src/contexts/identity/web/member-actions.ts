import type { Result } from '#kernel';
import { formField, type PageRequest } from '#platform';
import type { IdentityDeps } from '../identity-deps.ts';
import { changeMemberState, changeRoles } from '../use-cases/change-member.ts';
import { changeOffices } from '../use-cases/change-offices.ts';
import type { Caller } from '../use-cases/deps.ts';
import { resendInvitation } from '../use-cases/invite-member.ts';
import { limitMember } from '../use-cases/limit-member.ts';
import { endDeputy, nameDeputy } from '../use-cases/name-deputy.ts';
import type { done } from './answers.ts';
import { deputyInput } from './deputy-form.ts';

type Flash = Parameters<typeof done>[1];
type Act = (caller: Caller, request: PageRequest) => Promise<Result<Flash>>;

export function actions(
  deps: IdentityDeps,
): readonly (readonly [name: string, capability: string, act: Act])[] {
  const id = (request: PageRequest) => request.params.id ?? '';
  const state =
    (action: 'suspend' | 'resume' | 'remove', flash: Flash): Act =>
    async (caller, request) =>
      said(await changeMemberState(deps, caller, id(request), action), flash);
  return [
    ['sperren', 'identity.member.suspend', state('suspend', 'gesperrt')],
    ['entsperren', 'identity.member.resume', state('resume', 'entsperrt')],
    ['entfernen', 'identity.member.remove', state('remove', 'entfernt')],
    [
      'rollen',
      'identity.member.roles',
      async (caller, request) =>
        said(await changeRoles(deps, caller, id(request), request.form.getAll('rollen')), 'rollen'),
    ],
    [
      'befristung',
      'identity.member.limit',
      async (caller, request) => {
        const day = formField(request.form, 'bis') || null;
        return said(await limitMember(deps, caller, id(request), day), day ? 'befristet' : 'unbefristet');
      },
    ],
    [
      'stellen',
      'identity.member.offices',
      async (caller, request) =>
        said(await changeOffices(deps, caller, id(request), officesIn(request)), 'stellen'),
    ],
    [
      'einladung',
      'identity.member.resend',
      async (caller, request) => {
        const sent = await resendInvitation(deps, caller, id(request));
        return said(sent, sent.ok && sent.value.mailSent ? 'eingeladen' : 'eingeladen-ohne-mail');
      },
    ],
    [
      'vertretung',
      'identity.vertretung.name',
      async (caller, request) =>
        said(
          await nameDeputy(deps, caller, { memberId: id(request), ...deputyInput(request.form) }),
          'vertretung',
        ),
    ],
    [
      'vertretung/beenden',
      'identity.vertretung.end',
      async (caller, request) =>
        said(await endDeputy(deps, caller, formField(request.form, 'eintrag')), 'vertretung-beendet'),
    ],
  ];
}

/** What the form says: all offices, or the ticked ones. */
function officesIn({ form }: PageRequest): readonly string[] | null {
  return form.get('umfang') === 'alle' ? null : form.getAll('stellen');
}

function said(result: Result<unknown>, flash: Flash): Result<Flash> {
  return result.ok ? { ok: true, value: flash } : result;
}
