import { ok, type Result, refuse } from '#kernel';
import { recordAudit, type TenantId, type Tx } from '#platform';
import { type MemberAction, type MemberState, transition } from '../domain/member.ts';
import { knownRoles, managesMembers, permissionsOf, type Role } from '../domain/roles.ts';
import { actionImpossible, lastAdministrator, memberUnknown, organisationUnknown } from '../errors.ts';
import {
  eraseMember,
  lockManagers,
  lockMember,
  type StoredMember,
  setRoles,
  setState,
} from '../store/members.ts';
import { organisationById } from '../store/organisations.ts';
import { endSessionsOf } from '../store/sessions.ts';
import { revokeTokensBeyond } from '../store/tokens.ts';
import { endVertretungenOf } from '../store/vertretungen.ts';
import type { Caller, Storage } from './deps.ts';
import { chosenRoles } from './invite-member.ts';

/** What a change ended besides. */
export interface MemberChange {
  readonly sessionsEnded: number;
  readonly tokensRevoked: number;
}

/** Changes the roles of a member. Its sessions end, and tokens it issued that go beyond its new roles. */
export function changeRoles(
  deps: Storage,
  caller: Caller,
  memberId: string,
  names: readonly string[],
): Promise<Result<MemberChange>> {
  return deps.db.withTenant(caller.tenant, caller.actor, async (tx) => {
    const organisation = await organisationById(tx, caller.tenant);
    if (!organisation) return refuse(organisationUnknown);
    const roles = chosenRoles(organisation.kind, names);
    if (!roles.ok) return roles;
    const managers = await lockManagers(tx, caller.tenant);
    const member = await lockMember(tx, caller.tenant, memberId);
    if (!member || member.state === 'removed') return refuse(memberUnknown);
    if (!managesMembers(roles.value) && isOnlyManager(managers, memberId)) return refuse(lastAdministrator);
    await setRoles(tx, caller.tenant, memberId, roles.value);
    const change = await endWhatRests(tx, deps, caller.tenant, memberId, roles.value);
    await recordAudit(tx, {
      action: 'identity.member.roles-changed',
      object: { type: 'mitglied', id: memberId },
      summary: { vorher: knownRoles(member.roles), nachher: roles.value, ...summaryOf(change) },
    });
    return ok(change);
  });
}

const auditActions: Readonly<Record<MemberAction, string>> = {
  accept: 'identity.member.accepted',
  suspend: 'identity.member.suspended',
  resume: 'identity.member.resumed',
  remove: 'identity.member.removed',
};

/** Suspends, resumes or removes a member. With suspension and removal its sessions and tokens end. */
export function changeMemberState(
  deps: Storage,
  caller: Caller,
  memberId: string,
  action: Exclude<MemberAction, 'accept'>,
): Promise<Result<MemberChange>> {
  return deps.db.withTenant(caller.tenant, caller.actor, async (tx) => {
    const managers = await lockManagers(tx, caller.tenant);
    const member = await lockMember(tx, caller.tenant, memberId);
    if (!member) return refuse(memberUnknown);
    const next = transition(member.state, action);
    if (next === null) return refuse(actionImpossible);
    if (action !== 'resume' && isOnlyManager(managers, memberId)) return refuse(lastAdministrator);
    const change = await enterState(tx, deps, member, next);
    await recordAudit(tx, {
      action: auditActions[action],
      object: { type: 'mitglied', id: memberId },
      summary: summaryOf(change),
    });
    return ok(change);
  });
}

async function enterState(
  tx: Tx,
  deps: Storage,
  member: StoredMember,
  next: MemberState,
): Promise<MemberChange> {
  const { tenant_id: tenant, id } = member;
  if (next === 'active') {
    await setState(tx, tenant, id, next);
    return { sessionsEnded: 0, tokensRevoked: 0 };
  }
  const change = await endWhatRests(tx, deps, tenant, id, []);
  if (next === 'suspended') await setState(tx, tenant, id, next);
  else {
    await endVertretungenOf(tx, tenant, id, deps.clock.now());
    await eraseMember(tx, tenant, id);
  }
  return change;
}

async function endWhatRests(
  tx: Tx,
  deps: Storage,
  tenant: TenantId,
  id: string,
  roles: readonly Role[],
): Promise<MemberChange> {
  const sessionsEnded = await endSessionsOf(tx, tenant, id, null);
  const tokensRevoked = await revokeTokensBeyond(tx, tenant, id, [...permissionsOf(roles)], deps.clock.now());
  return { sessionsEnded, tokensRevoked };
}

function isOnlyManager(managers: readonly string[], memberId: string): boolean {
  return managers.length === 1 && managers[0] === memberId;
}

function summaryOf(change: MemberChange): { sitzungenBeendet: number; zugaengeWiderrufen: number } {
  return { sitzungenBeendet: change.sessionsEnded, zugaengeWiderrufen: change.tokensRevoked };
}
