import { dayInGermany } from '#kernel';
import { invitationMail } from '../messages.ts';
import type { Mailing } from './deps.ts';
import type { FreshLink } from './mail-link.ts';

/** Whether a mail went out. Where it did not, the invitation stays and can be sent again. */
export interface Sent {
  readonly mailSent: boolean;
}

/** Sends an invitation after its transaction has committed; a mail that cannot be sent is no fault of the change. */
export async function sendInvitation(
  mailing: Mailing,
  to: string,
  organisation: string,
  link: FreshLink,
): Promise<Sent> {
  const address = `${mailing.staffOrigin}/einladung/${link.secret}`;
  const until = dayInGermany(link.expiresAt);
  try {
    await mailing.sendMail(invitationMail(to, organisation, address, until));
    return { mailSent: true };
  } catch {
    return { mailSent: false };
  }
}
