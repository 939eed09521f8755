import { type LocalDate, ok, type Result, refuse } from '#kernel';
import { actorOf, recordAudit } from '#platform';
import { parseEmail } from '../domain/email.ts';
import { hasEnded } from '../domain/member.ts';
import { knownRoles, needsSecondFactor } from '../domain/roles.ts';
import { signInRefused } from '../errors.ts';
import { memberByEmailIndex, type StoredMember } from '../store/members.ts';
import type { SessionStage } from '../store/sessions.ts';
import { memberActor } from './actors.ts';
import type { Hashing, Mailing, Storage } from './deps.ts';
import { type OpenedSession, openSession } from './open-session.ts';
import { forgetAttempts, takeAttempt } from './throttle-attempts.ts';

export interface SignInInput {
  readonly email: string;
  readonly password: string;
  readonly clientAddress: string;
}

type Deps = Storage & Hashing & Pick<Mailing, 'later'>;

/**
 * Signs in with address and password. Unknown address, wrong password and inactive access get the same answer after
 * the same work. The session is complete, or waits for the code or for the set-up of a second factor.
 */
export async function signIn(deps: Deps, input: SignInInput): Promise<Result<OpenedSession>> {
  const index = emailIndex(deps, input.email);
  const account = { kind: 'account', key: index.toString('hex') } as const;
  const allowed = await takeAttempt(deps, [{ kind: 'address', key: input.clientAddress }, account]);
  if (!allowed.ok) return allowed;
  const member = await deps.db.withKey(index, (tx) => memberByEmailIndex(tx, index));
  const hash = member && maySignIn(member, deps.clock.today()) ? member.password_hash : null;
  const right = await deps.passwords.verify(input.password, hash);
  if (!member || !right) {
    if (member) deps.later(() => recordRefusal(deps, member));
    return refuse(signInRefused);
  }
  await forgetAttempts(deps, account);
  return ok(await begin(deps, member));
}

/** Whether a member's access is open today. */
export function maySignIn(member: StoredMember, today: LocalDate): boolean {
  return member.state === 'active' && !hasEnded(member.gueltig_bis, today);
}

/** The blind index under which a typed address would be found. */
export function emailIndex(deps: Pick<Storage, 'keys'>, email: string): Buffer {
  const parsed = parseEmail(email);
  return deps.keys.blindIndex('email', parsed.ok ? parsed.value : `keine Adresse: ${email.slice(0, 300)}`);
}

function stageAfterPassword(member: StoredMember): SessionStage {
  if (member.totp_sealed) return 'code';
  return needsSecondFactor(knownRoles(member.roles)) ? 'enrol' : 'complete';
}

function begin(deps: Storage, member: StoredMember): Promise<OpenedSession> {
  const stage = stageAfterPassword(member);
  return deps.db.withTenant(member.tenant_id, memberActor(member.id), async (tx) => {
    const opened = await openSession(tx, deps, {
      tenant: member.tenant_id,
      memberId: member.id,
      stage,
      secondFactor: false,
    });
    if (stage === 'complete')
      await recordAudit(tx, {
        action: 'identity.session.started',
        object: { type: 'mitglied', id: member.id },
        summary: { weg: 'passwort' },
      });
    return opened;
  });
}

function recordRefusal(deps: Storage, member: StoredMember): Promise<void> {
  return deps.db.withTenant(member.tenant_id, actorOf('system', 'anmeldung'), (tx) =>
    recordAudit(tx, { action: 'identity.sign-in.refused', object: { type: 'mitglied', id: member.id } }),
  );
}
