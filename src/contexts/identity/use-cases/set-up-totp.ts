import { ok, type Result, refuse } from '#kernel';
import { recordAudit } from '#platform';
import { newRecoveryCodes, parseRecoveryCode } from '../credentials/recovery-codes.ts';
import { matchingStep, newTotpSecret, totpUri } from '../credentials/totp.ts';
import { codeRefused, passwordWrong, signInExpired } from '../errors.ts';
import { lockMember, memberById } from '../store/members.ts';
import { replaceRecoveryCodes, setTotp } from '../store/second-factors.ts';
import { deleteSession, endSessionsOf, type StoredSession, setTotpDraft } from '../store/sessions.ts';
import { memberActor } from './actors.ts';
import { recoveryHash } from './confirm-code.ts';
import type { Hashing, Storage } from './deps.ts';
import { type OpenedSession, openSession } from './open-session.ts';
import { isOwnPassword } from './own-password.ts';
import { readStage } from './read-session.ts';
import { openMember, sealedAt } from './sealed-member.ts';
import { forgetAttempts, takeAttempt } from './throttle-attempts.ts';

/** A second factor that is being set up: the same until it is proved or the sign-in ends. */
export interface TotpDraft {
  readonly secret: string;
  readonly uri: string;
}

type Deps = Storage & { readonly installationName: string };

/** Shows the secret of a second factor to be set up, at sign-in or in the account. */
export async function draftTotp(deps: Deps, cookieValue: string | undefined): Promise<Result<TotpDraft>> {
  const session = await readStage(deps, cookieValue, ['enrol', 'complete']);
  if (!session) return refuse(signInExpired);
  return deps.db.withTenant(session.tenant_id, memberActor(session.member_id), async (tx) => {
    const stored = await memberById(tx, session.tenant_id, session.member_id);
    if (stored?.state !== 'active') return refuse(signInExpired);
    const key = await deps.keys.dataKeyOf(tx, session.tenant_id);
    const place = sealedAt.totpDraft(session.id);
    const known = session.totp_draft_sealed && key.open(place, session.totp_draft_sealed);
    const secret = known ?? newTotpSecret();
    if (known === null) await setTotpDraft(tx, session.tenant_id, session.id, key.seal(place, secret));
    const account = openMember(key, stored).email ?? '';
    return ok({ secret, uri: totpUri(secret, deps.installationName, account) });
  });
}

/** What setting up gives: a new complete session, and the recovery codes, shown this once. */
export interface TotpSetUp extends OpenedSession {
  readonly recoveryCodes: readonly string[];
}

export interface TotpProof {
  readonly cookieValue: string | undefined;
  readonly code: string;
  /** Needed in the account; during a sign-in it was just given. */
  readonly password: string;
}

/** Proves the drafted second factor with a first code. All other sessions of the member end. */
export async function proveTotp(deps: Storage & Hashing, input: TotpProof): Promise<Result<TotpSetUp>> {
  const session = await readStage(deps, input.cookieValue, ['enrol', 'complete']);
  if (!session?.totp_draft_sealed) return refuse(signInExpired);
  const attempts = { kind: 'code', key: session.member_id } as const;
  const allowed = await takeAttempt(deps, [attempts]);
  if (!allowed.ok) return allowed;
  if (session.stage === 'complete' && !(await isOwnPassword(deps, session, input.password)))
    return refuse(passwordWrong);
  const proved = await keepDraft(deps, session, session.totp_draft_sealed, input.code);
  if (proved.ok) await forgetAttempts(deps, attempts);
  return proved;
}

function keepDraft(
  deps: Storage,
  session: StoredSession,
  draft: Buffer,
  code: string,
): Promise<Result<TotpSetUp>> {
  const { tenant_id: tenant, member_id: memberId } = session;
  const now = deps.clock.now();
  return deps.db.withTenant(tenant, memberActor(memberId, session.acting_for), async (tx) => {
    const member = await lockMember(tx, tenant, memberId);
    if (member?.state !== 'active') return refuse(signInExpired);
    const key = await deps.keys.dataKeyOf(tx, tenant);
    const secret = key.open(sealedAt.totpDraft(session.id), draft);
    const step = matchingStep(secret, code, now);
    if (step === null) return refuse(codeRefused);
    if (!(await deleteSession(tx, tenant, session.id, memberId))) return refuse(signInExpired);
    await setTotp(tx, tenant, memberId, key.seal(sealedAt.totp(memberId), secret), step);
    const recoveryCodes = newRecoveryCodes();
    const hashes = recoveryCodes.map((each) => recoveryHash(deps, memberId, parseRecoveryCode(each) ?? each));
    await replaceRecoveryCodes(tx, tenant, memberId, hashes);
    await endSessionsOf(tx, tenant, memberId, null);
    await recordAudit(tx, {
      action: 'identity.second-factor.set-up',
      object: { type: 'mitglied', id: memberId },
    });
    const opened = await openSession(tx, deps, { tenant, memberId, stage: 'complete', secondFactor: true });
    return ok({ ...opened, recoveryCodes });
  });
}
