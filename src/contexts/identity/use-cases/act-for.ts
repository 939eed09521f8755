import { ok, type Result, refuse } from '#kernel';
import { recordAudit } from '#platform';
import { knownRoles, needsSecondFactor } from '../domain/roles.ts';
import { secondFactorMissing, signInExpired, vertretungUnknown } from '../errors.ts';
import { memberById } from '../store/members.ts';
import { deleteSession, type StoredSession } from '../store/sessions.ts';
import { vertretungenOf } from '../store/vertretungen.ts';
import { memberActor } from './actors.ts';
import type { Storage } from './deps.ts';
import { type OpenedSession, openSession } from './open-session.ts';
import { readStage } from './read-session.ts';
import { maySignIn } from './sign-in.ts';

/**
 * Begins to act for another member, or, with `null`, to act for oneself again. The session gets a new id; from then on
 * its actor, and with it every audit line, says for whom.
 */
export async function actFor(
  deps: Storage,
  cookieValue: string | undefined,
  memberId: string | null,
): Promise<Result<OpenedSession>> {
  const session = await readStage(deps, cookieValue, ['complete']);
  if (!session) return refuse(signInExpired);
  const { tenant_id: tenant } = session;
  return deps.db.withTenant(tenant, memberActor(session.member_id, memberId), async (tx) => {
    if (memberId !== null) {
      const member = await memberById(tx, tenant, memberId);
      const given = await vertretungenOf(tx, tenant, memberId);
      const today = deps.clock.today();
      const valid = given.some(
        (each) =>
          each.member_id === memberId &&
          each.deputy_id === session.member_id &&
          each.ended_at === null &&
          each.valid_from <= today &&
          today <= each.valid_to,
      );
      if (!member || !maySignIn(member, today) || !valid) return refuse(vertretungUnknown);
      if (needsSecondFactor(knownRoles(member.roles)) && !session.second_factor)
        return refuse(secondFactorMissing);
    }
    if (!(await deleteSession(tx, tenant, session.id, session.member_id))) return refuse(signInExpired);
    await recordAudit(tx, {
      action: memberId === null ? 'identity.vertretung.left' : 'identity.vertretung.entered',
      object: { type: 'mitglied', id: memberId ?? session.acting_for ?? session.member_id },
    });
    return ok(await openSession(tx, deps, followUp(session, memberId)));
  });
}

function followUp(session: StoredSession, actingFor: string | null) {
  return {
    tenant: session.tenant_id,
    memberId: session.member_id,
    stage: 'complete',
    secondFactor: session.second_factor,
    actingFor,
    expiresAt: session.expires_at,
  } as const;
}
