import { isUuid, ok, type Result, refuse } from '#kernel';
import { publish, recordAudit } from '#platform';
import type { Caller, NoticesDeps } from '../deps.ts';
import { transition } from '../domain/rundmail.ts';
import { noRecipients, recipientsChanged, rundmailState, rundmailUnknown } from '../errors.ts';
import { insertEmpfaenger } from '../store-empfaenger.ts';
import { lockRundmail, markReleased, rundmailById } from '../store-rundmail.ts';
import { findRecipients } from './find-recipients.ts';

/** Rundmails of a provider may be due. */
export const rundmailsDue = 'notices.rundmails.due';

/**
 * Releases a draft: the recipients are fixed, and the worker sends at the planned time. `checksum` is the one of the
 * preview; where text or recipients are others by now, nothing happens (`RUNDMAIL_RECIPIENTS_CHANGED`).
 */
export async function releaseRundmail(
  deps: NoticesDeps,
  caller: Caller,
  id: string,
  checksum: string,
): Promise<Result<{ readonly empfaenger: number }>> {
  if (!isUuid(id)) return refuse(rundmailUnknown);
  const draft = await deps.db.withTenant(caller.tenant, caller.actor, (tx) =>
    rundmailById(tx, caller.tenant, id),
  );
  if (!draft) return refuse(rundmailUnknown);
  const found = await findRecipients(deps, caller, draft);
  if (found.recipients.length === 0) return refuse(noRecipients);
  if (found.checksum !== checksum) return refuse(recipientsChanged);
  const now = deps.clock.now();
  return deps.db.withTenant(caller.tenant, caller.actor, async (tx) => {
    const locked = await lockRundmail(tx, caller.tenant, id);
    if (!locked || transition(locked.zustand, 'freigeben') === null) return refuse(rundmailState);
    if (locked.fassung !== draft.fassung) return refuse(recipientsChanged);
    await markReleased(tx, caller.tenant, id, now);
    await insertEmpfaenger(tx, caller.tenant, id, found.recipients, now);
    await recordAudit(tx, {
      action: 'notices.rundmail.released',
      object: { type: 'rundmail', id },
      summary: { empfaenger: found.recipients.length, abbestellt: found.unsubscribed },
    });
    await publish(tx, rundmailsDue, { rundmail: id });
    return ok({ empfaenger: found.recipients.length });
  });
}
