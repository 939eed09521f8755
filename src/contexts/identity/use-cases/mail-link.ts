import { newId, newSecret, secretHash, type TenantId, type Tx } from '#platform';
import { lifetimes } from '../domain/session-times.ts';
import { type LinkPurpose, replaceLink } from '../store/links.ts';

/** A link to be sent: its secret stands only here and in the mail. */
export interface FreshLink {
  readonly secret: string;
  readonly expiresAt: Date;
}

/** Makes a new link of a purpose for a member; the member's earlier ones no longer count. */
export async function freshLink(
  tx: Tx,
  tenant: TenantId,
  memberId: string,
  purpose: LinkPurpose,
  now: Date,
): Promise<FreshLink> {
  const secret = newSecret(32);
  const life = purpose === 'invitation' ? lifetimes.invitationMs : lifetimes.passwordResetMs;
  const expiresAt = new Date(now.getTime() + life);
  await replaceLink(tx, tenant, {
    id: newId(),
    keyHash: secretHash(secret),
    memberId,
    purpose,
    createdAt: now,
    expiresAt,
  });
  return { secret, expiresAt };
}
