import { contactOf } from '#identity';
import { type OutgoingMail, parseTenantId, publish, recordAudit, type TenantId } from '#platform';
import type { NoticesDeps } from '../deps.ts';
import { mailFailureOf } from '../domain/mail-failure.ts';
import { nextMailTry } from '../domain/retry.ts';
import { rundmailMail } from '../messages.ts';
import { einstellungOf } from '../store-einstellung.ts';
import {
  type DueEmpfaenger,
  lockNextEmpfaenger,
  recordTry,
  type TryOutcome,
  takeTurn,
  triesSince,
} from '../store-empfaenger.ts';
import { beginDue, endFinished } from '../store-rundmail.ts';
import { systemActor } from './system.ts';
import { unsubscribeLink } from './unsubscribe.ts';

/** Every recipient of a Rundmail is sent to or given up. */
export const rundmailFinished = 'notices.rundmail.finished';

/**
 * Sends what is due of a provider's Rundmails, as far as the rate allows; returns how many mails were tried. Each mail is
 * one transaction that locks its recipient, sends and notes what came of it. A worker that is killed before the mail
 * server took the mail leaves the recipient as it was; one that is killed between that moment and the commit sends the
 * same mail again, with the same Message-ID. SMTP allows no less.
 */
export async function sendRundmails(deps: NoticesDeps, provider: TenantId): Promise<number> {
  const now = deps.clock.now();
  await deps.db.withTenant(provider, systemActor, (tx) => beginDue(tx, provider, now));
  let sent = 0;
  while (await sendNext(deps, provider)) sent += 1;
  await deps.db.withTenant(provider, systemActor, async (tx) => {
    for (const { id } of await endFinished(tx, provider, deps.clock.now())) {
      await recordAudit(tx, { action: 'notices.rundmail.finished', object: { type: 'rundmail', id } });
      await publish(tx, rundmailFinished, { rundmail: id });
    }
  });
  return sent;
}

/** Sends to one recipient; `false` where none is due, the rate is reached, or another worker is at it. */
function sendNext(deps: NoticesDeps, provider: TenantId): Promise<boolean> {
  const now = deps.clock.now();
  const { mails, minutes } = deps.mailRate;
  const windowStart = new Date(now.getTime() - minutes * 60_000);
  return deps.db.withTenant(provider, systemActor, async (tx) => {
    if (!(await takeTurn(tx, provider))) return false;
    if ((await triesSince(tx, provider, windowStart)) >= mails) return false;
    const due = await lockNextEmpfaenger(tx, provider, now);
    if (!due) return false;
    await recordTry(tx, provider, due, await tryMail(deps, due), now);
    return true;
  });
}

async function tryMail(deps: NoticesDeps, due: DueEmpfaenger): Promise<TryOutcome> {
  const mail = await mailFor(deps, due);
  if (typeof mail === 'string')
    return { zustand: 'aufgegeben', grund: mail, naechsterVersuch: null, asked: false };
  try {
    await deps.sendMail(mail);
    return { zustand: 'gesendet', grund: null, naechsterVersuch: null, asked: true };
  } catch (error) {
    const { grund, final } = mailFailureOf(error);
    const next = final ? null : nextMailTry(due.versuche + 1, deps.clock.now());
    const zustand = next === null ? 'aufgegeben' : 'fehlgeschlagen';
    return { zustand, grund, naechsterVersuch: next, asked: true };
  }
}

const gone = 'Diese Person hat keinen offenen Zugang mehr.';
const unsubscribed = 'Diese Person hat Rundmails abbestellt.';

/** The mail to one person, made of what holds at this moment; or why none may be sent. */
async function mailFor(deps: NoticesDeps, due: DueEmpfaenger): Promise<OutgoingMail | string> {
  const tenant = parseTenantId(due.kommuneId);
  if (tenant === null) return gone;
  return deps.db.withTenant(tenant, systemActor, async (tx) => {
    const contact = await contactOf(tx, deps, tenant, due.memberId);
    if (!contact) return gone;
    const wishes = await einstellungOf(tx, tenant, due.memberId);
    if (!due.betrieblich && wishes?.rundmails === false) return unsubscribed;
    const unsubscribe = due.betrieblich ? null : unsubscribeLink(deps, tenant, due.memberId);
    return rundmailMail(due, contact, { unsubscribe, origin: deps.staffOrigin });
  });
}
