import { recordAudit } from '#platform';
import { deleteSession } from '../store/sessions.ts';
import { memberActor } from './actors.ts';
import type { Storage } from './deps.ts';
import { readStage } from './read-session.ts';

/** Ends the session of a cookie, in whatever stage it is. */
export async function signOut(deps: Storage, cookieValue: string | undefined): Promise<void> {
  const session = await readStage(deps, cookieValue, ['code', 'enrol', 'complete']);
  if (!session) return;
  const { tenant_id: tenant, member_id: member } = session;
  await deps.db.withTenant(tenant, memberActor(member, session.acting_for), async (tx) => {
    await deleteSession(tx, tenant, session.id, member);
    if (session.stage === 'complete')
      await recordAudit(tx, { action: 'identity.session.ended', object: { type: 'mitglied', id: member } });
  });
}
