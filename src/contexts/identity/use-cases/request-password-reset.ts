import { ok, type Result } from '#kernel';
import { recordAudit } from '#platform';
import { parseEmail } from '../domain/email.ts';
import { passwordResetMail } from '../messages.ts';
import { lockMember, memberByEmailIndex, type StoredMember } from '../store/members.ts';
import { memberActor } from './actors.ts';
import type { Mailing, Storage } from './deps.ts';
import { freshLink } from './mail-link.ts';
import { openMember } from './sealed-member.ts';
import { emailIndex } from './sign-in.ts';
import { takeAttempt } from './throttle-attempts.ts';

/**
 * Sends a link for a new password. The answer and its time are the same whether the address is known or not: whatever
 * depends on that is done after the answer.
 */
export async function requestPasswordReset(
  deps: Storage & Mailing,
  input: { readonly email: string; readonly clientAddress: string },
): Promise<Result<null>> {
  const email = parseEmail(input.email);
  if (!email.ok) return email;
  const index = emailIndex(deps, input.email);
  const allowed = await takeAttempt(deps, [
    { kind: 'address', key: input.clientAddress },
    { kind: 'reset', key: index.toString('hex') },
  ]);
  if (!allowed.ok) return allowed;
  const member = await deps.db.withKey(index, (tx) => memberByEmailIndex(tx, index));
  deps.later(async () => {
    if (member) await sendReset(deps, member);
  });
  return ok(null);
}

async function sendReset(deps: Storage & Mailing, { id, tenant_id: tenant }: StoredMember): Promise<void> {
  const made = await deps.db.withTenant(tenant, memberActor(id), async (tx) => {
    const stored = await lockMember(tx, tenant, id);
    if (stored?.state !== 'active') return null;
    const { email } = openMember(await deps.keys.dataKeyOf(tx, tenant), stored);
    if (email === null) return null;
    const link = await freshLink(tx, tenant, id, 'password-reset', deps.clock.now());
    await recordAudit(tx, { action: 'identity.password.reset-requested', object: { type: 'mitglied', id } });
    return { email, secret: link.secret };
  });
  if (made)
    await deps.sendMail(passwordResetMail(made.email, `${deps.staffOrigin}/neues-passwort/${made.secret}`));
}
