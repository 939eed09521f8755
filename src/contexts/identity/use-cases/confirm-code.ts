import { ok, type Result, refuse } from '#kernel';
import { type DataKey, recordAudit, type TenantId, type Tx } from '#platform';
import { parseRecoveryCode } from '../credentials/recovery-codes.ts';
import { matchingStep } from '../credentials/totp.ts';
import { codeRefused, signInExpired } from '../errors.ts';
import { lockMember, type StoredMember } from '../store/members.ts';
import { takeRecoveryCode, takeTotpStep } from '../store/second-factors.ts';
import { deleteSession, type StoredSession } from '../store/sessions.ts';
import { memberActor } from './actors.ts';
import type { Storage } from './deps.ts';
import { type OpenedSession, openSession } from './open-session.ts';
import { readStage } from './read-session.ts';
import { sealedAt } from './sealed-member.ts';
import { forgetAttempts, takeAttempt } from './throttle-attempts.ts';

/** Completes a sign-in with the app's code or a recovery code. Each counts once. */
export async function confirmCode(
  deps: Storage,
  input: { readonly cookieValue: string | undefined; readonly code: string },
): Promise<Result<OpenedSession>> {
  const session = await readStage(deps, input.cookieValue, ['code']);
  if (!session) return refuse(signInExpired);
  const attempts = { kind: 'code', key: session.member_id } as const;
  const allowed = await takeAttempt(deps, [attempts]);
  if (!allowed.ok) return allowed;
  const opened = await complete(deps, session, input.code);
  if (opened.ok) await forgetAttempts(deps, attempts);
  return opened;
}

function complete(deps: Storage, session: StoredSession, code: string): Promise<Result<OpenedSession>> {
  const tenant = session.tenant_id;
  return deps.db.withTenant(tenant, memberActor(session.member_id), async (tx) => {
    const member = await lockMember(tx, tenant, session.member_id);
    if (member?.state !== 'active') return refuse(signInExpired);
    const way = await takeCode(tx, deps, member, code);
    if (way === null) return refuse(codeRefused);
    if (!(await deleteSession(tx, tenant, session.id, member.id))) return refuse(signInExpired);
    await recordAudit(tx, {
      action: 'identity.session.started',
      object: { type: 'mitglied', id: member.id },
      summary: { weg: way },
    });
    return ok(await openSession(tx, deps, completeSession(tenant, member.id)));
  });
}

function completeSession(tenant: TenantId, memberId: string) {
  return { tenant, memberId, stage: 'complete', secondFactor: true } as const;
}

/** Takes a code of the member: by which way it was right, or `null`. */
export async function takeCode(
  tx: Tx,
  deps: Storage,
  member: StoredMember,
  code: string,
): Promise<'totp' | 'ersatzcode' | null> {
  const tenant = member.tenant_id;
  const now = deps.clock.now();
  const recovery = parseRecoveryCode(code);
  if (recovery !== null) {
    const hash = recoveryHash(deps, member.id, recovery);
    return (await takeRecoveryCode(tx, tenant, member.id, hash, now)) ? 'ersatzcode' : null;
  }
  if (!member.totp_sealed) return null;
  const key: DataKey = await deps.keys.dataKeyOf(tx, tenant);
  const step = matchingStep(key.open(sealedAt.totp(member.id), member.totp_sealed), code, now);
  if (step === null) return null;
  return (await takeTotpStep(tx, tenant, member.id, step)) ? 'totp' : null;
}

/** The keyed hash under which a recovery code is kept. */
export function recoveryHash(deps: Pick<Storage, 'keys'>, memberId: string, code: string): Buffer {
  return deps.keys.blindIndex('recovery code', `${memberId}:${code}`);
}
