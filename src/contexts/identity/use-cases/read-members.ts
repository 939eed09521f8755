import { ok, type Result, refuse } from '#kernel';
import { recordAudit } from '#platform';
import type { Member, Vertretung } from '../domain/member.ts';
import { memberUnknown } from '../errors.ts';
import { listMembers, memberById } from '../store/members.ts';
import { type StoredVertretung, vertretungenOf } from '../store/vertretungen.ts';
import type { Caller, Storage } from './deps.ts';
import { openMember } from './sealed-member.ts';

/** All members of the caller's organisation; one line of the audit trail says whose data was read. */
export function readMembers(deps: Storage, caller: Caller): Promise<readonly Member[]> {
  return deps.db.withTenant(caller.tenant, caller.actor, async (tx) => {
    const key = await deps.keys.dataKeyOf(tx, caller.tenant);
    const members = (await listMembers(tx, caller.tenant)).map((stored) => openMember(key, stored));
    await recordAudit(tx, {
      action: 'identity.member.read',
      object: { type: 'mitglied', id: 'liste' },
      summary: { anzahl: members.length, ids: members.map(({ id }) => id) },
    });
    return members;
  });
}

/** A member with the Vertretungen it gave and those it was given. */
export interface MemberDetail {
  readonly member: Member;
  readonly vertretungen: readonly Vertretung[];
  /** The others, for naming deputies and for choosing one. */
  readonly colleagues: readonly Member[];
}

/** One member in detail; the read stands in the audit trail. */
export function readMember(deps: Storage, caller: Caller, id: string): Promise<Result<MemberDetail>> {
  return deps.db.withTenant(caller.tenant, caller.actor, async (tx) => {
    const stored = await memberById(tx, caller.tenant, id);
    if (!stored) return refuse(memberUnknown);
    const key = await deps.keys.dataKeyOf(tx, caller.tenant);
    const others = (await listMembers(tx, caller.tenant)).filter((other) => other.id !== id);
    const vertretungen = (await vertretungenOf(tx, caller.tenant, id)).map(openVertretung);
    await recordAudit(tx, {
      action: 'identity.member.read',
      object: { type: 'mitglied', id },
      summary: { anzahl: 1 + others.length, ids: [id, ...others.map((other) => other.id)] },
    });
    return ok({
      member: openMember(key, stored),
      vertretungen,
      colleagues: others.map((other) => openMember(key, other)),
    });
  });
}

/** A Vertretung in the words of the domain. */
export function openVertretung(stored: StoredVertretung): Vertretung {
  return {
    id: stored.id,
    memberId: stored.member_id,
    deputyId: stored.deputy_id,
    validFrom: stored.valid_from,
    validTo: stored.valid_to,
    endedAt: stored.ended_at,
  };
}
