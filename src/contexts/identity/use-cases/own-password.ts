import { ok, type Result, refuse } from '#kernel';
import { recordAudit } from '#platform';
import { checkNewPassword } from '../domain/password-rules.ts';
import { passwordWrong, signInExpired } from '../errors.ts';
import { memberById, setPassword } from '../store/members.ts';
import { endSessionsOf, type StoredSession } from '../store/sessions.ts';
import { memberActor } from './actors.ts';
import type { Hashing, Storage } from './deps.ts';
import { readStage } from './read-session.ts';
import { openMember } from './sealed-member.ts';
import { forgetAttempts, takeAttempt } from './throttle-attempts.ts';

/** Whether the text is the password of the session's member. */
export async function isOwnPassword(
  deps: Storage & Hashing,
  session: StoredSession,
  password: string,
): Promise<boolean> {
  const member = await deps.db.withTenant(session.tenant_id, memberActor(session.member_id), (tx) =>
    memberById(tx, session.tenant_id, session.member_id),
  );
  return deps.passwords.verify(password, member?.password_hash ?? null);
}

export interface PasswordChange {
  readonly cookieValue: string | undefined;
  readonly current: string;
  readonly next: string;
}

/** Changes the own password. All other sessions of the member end. */
export async function changePassword(deps: Storage & Hashing, input: PasswordChange): Promise<Result<null>> {
  const session = await readStage(deps, input.cookieValue, ['complete']);
  if (!session) return refuse(signInExpired);
  const attempts = { kind: 'code', key: session.member_id } as const;
  const allowed = await takeAttempt(deps, [attempts]);
  if (!allowed.ok) return allowed;
  if (!(await isOwnPassword(deps, session, input.current))) return refuse(passwordWrong);
  await forgetAttempts(deps, attempts);
  return keepPassword(deps, session, input.next);
}

async function keepPassword(
  deps: Storage & Hashing,
  session: StoredSession,
  next: string,
): Promise<Result<null>> {
  const { tenant_id: tenant, member_id: id } = session;
  const actor = memberActor(id, session.acting_for);
  const words = await deps.db.withTenant(tenant, actor, async (tx) => {
    const stored = await memberById(tx, tenant, id);
    if (!stored) return [];
    const member = openMember(await deps.keys.dataKeyOf(tx, tenant), stored);
    return [member.name, member.email ?? ''];
  });
  const checked = checkNewPassword(next, words);
  if (!checked.ok) return checked;
  const hash = await deps.passwords.hash(next);
  return deps.db.withTenant(tenant, actor, async (tx) => {
    await setPassword(tx, tenant, id, hash);
    await endSessionsOf(tx, tenant, id, session.id);
    await recordAudit(tx, { action: 'identity.password.changed', object: { type: 'mitglied', id } });
    return ok(null);
  });
}
