import { ok, type Result, refuse } from '#kernel';
import { recordAudit } from '#platform';
import { signInExpired } from '../errors.ts';
import { deleteSession, endSessionsOf } from '../store/sessions.ts';
import { memberActor } from './actors.ts';
import type { Storage } from './deps.ts';
import { readStage } from './read-session.ts';

/** Ends one other session of the own account, or with `null` all others. */
export async function endOwnSessions(
  deps: Storage,
  cookieValue: string | undefined,
  sessionId: string | null,
): Promise<Result<number>> {
  const session = await readStage(deps, cookieValue, ['complete']);
  if (!session) return refuse(signInExpired);
  const { tenant_id: tenant, member_id: id } = session;
  return deps.db.withTenant(tenant, memberActor(id, session.acting_for), async (tx) => {
    const ended =
      sessionId === null
        ? await endSessionsOf(tx, tenant, id, session.id)
        : Number(await deleteSession(tx, tenant, sessionId, id));
    await recordAudit(tx, {
      action: 'identity.session.ended',
      object: { type: 'mitglied', id },
      summary: { anzahl: ended },
    });
    return ok(ended);
  });
}
