import { ok, type Result, refuse } from '#kernel';
import { recordAudit } from '#platform';
import type { Member, Vertretung } from '../domain/member.ts';
import { signInExpired } from '../errors.ts';
import { listMembers } from '../store/members.ts';
import { listPasskeys, type StoredPasskey } from '../store/passkeys.ts';
import { countRecoveryCodes } from '../store/second-factors.ts';
import { listSessions, type StoredSession } from '../store/sessions.ts';
import { vertretungenOf } from '../store/vertretungen.ts';
import { memberActor } from './actors.ts';
import type { Storage } from './deps.ts';
import { openVertretung } from './read-members.ts';
import { readStage } from './read-session.ts';
import { openMember } from './sealed-member.ts';

/** Everything that a person sees of its own account. */
export interface Account {
  readonly session: StoredSession;
  readonly member: Member;
  readonly passkeys: readonly StoredPasskey[];
  readonly recoveryCodesLeft: number;
  readonly sessions: readonly StoredSession[];
  /** Given and received, the ended ones and those of the past left out. */
  readonly vertretungen: readonly Vertretung[];
  /** The active others of the organisation, to choose a deputy from. */
  readonly colleagues: readonly Member[];
}

/** The account of a session's holder. That colleagues' names were read stands in the audit trail. */
export async function readAccount(deps: Storage, cookieValue: string | undefined): Promise<Result<Account>> {
  const session = await readStage(deps, cookieValue, ['complete']);
  if (!session) return refuse(signInExpired);
  const { tenant_id: tenant, member_id: id } = session;
  const [now, today] = [deps.clock.now(), deps.clock.today()];
  return deps.db.withTenant(tenant, memberActor(id, session.acting_for), async (tx) => {
    const key = await deps.keys.dataKeyOf(tx, tenant);
    const members = (await listMembers(tx, tenant)).map((stored) => openMember(key, stored));
    const member = members.find((each) => each.id === id);
    if (!member) return refuse(signInExpired);
    const colleagues = members.filter((each) => each.id !== id && each.state === 'active');
    await recordAudit(tx, {
      action: 'identity.member.read',
      object: { type: 'mitglied', id },
      summary: { anzahl: colleagues.length, ids: colleagues.map((each) => each.id) },
    });
    const vertretungen = (await vertretungenOf(tx, tenant, id)).map(openVertretung);
    const sessions = await listSessions(tx, tenant, id);
    return ok({
      session,
      member,
      passkeys: await listPasskeys(tx, tenant, id),
      recoveryCodesLeft: await countRecoveryCodes(tx, tenant, id),
      sessions: sessions.filter((each) => each.stage === 'complete' && each.expires_at > now),
      vertretungen: vertretungen.filter((each) => each.endedAt === null && each.validTo >= today),
      colleagues,
    });
  });
}
