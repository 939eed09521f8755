import { isUuid, ok, type Result, refuse } from '#kernel';
import { publish, recordAudit, type Tx } from '#platform';
import type { Caller, NoticesDeps } from '../deps.ts';
import { type Rundmail, type RundmailAction, type RundmailState, transition } from '../domain/rundmail.ts';
import { rundmailState, rundmailUnknown } from '../errors.ts';
import { giveUpOpen, tryAgain } from '../store-empfaenger.ts';
import { lockRundmail, setRundmailState } from '../store-rundmail.ts';
import { rundmailsDue } from './release-rundmail.ts';

/** What a person does with a released Rundmail. */
export type Steering = Extract<RundmailAction, 'anhalten' | 'fortsetzen' | 'abbrechen' | 'erneut'>;

const auditActions: Readonly<Record<Steering, string>> = {
  anhalten: 'notices.rundmail.paused',
  fortsetzen: 'notices.rundmail.resumed',
  abbrechen: 'notices.rundmail.cancelled',
  erneut: 'notices.rundmail.tried-again',
};

const cancelled = 'Die Rundmail wurde abgebrochen.';

/**
 * Pauses, resumes or cancels a Rundmail, or sends again to those who were given up. It holds from the next mail on; the
 * one in hand goes out. Who waits for a cancelled Rundmail is given up with that reason.
 */
export function steerRundmail(
  deps: NoticesDeps,
  caller: Caller,
  id: string,
  action: Steering,
): Promise<Result<{ readonly zustand: RundmailState; readonly empfaenger: number }>> {
  return deps.db.withTenant(caller.tenant, caller.actor, async (tx) => {
    const rundmail = isUuid(id) ? await lockRundmail(tx, caller.tenant, id) : null;
    if (!rundmail) return refuse(rundmailUnknown);
    const zustand = transition(rundmail.zustand, action);
    if (zustand === null) return refuse(rundmailState);
    await setRundmailState(tx, caller.tenant, id, zustand);
    const empfaenger = await moveRecipients(tx, deps, caller, rundmail, action);
    await recordAudit(tx, {
      action: auditActions[action],
      object: { type: 'rundmail', id },
      summary: { empfaenger },
    });
    if (action === 'fortsetzen' || action === 'erneut') await publish(tx, rundmailsDue, { rundmail: id });
    return ok({ zustand, empfaenger });
  });
}

async function moveRecipients(
  tx: Tx,
  deps: NoticesDeps,
  { tenant }: Caller,
  { id }: Rundmail,
  action: Steering,
): Promise<number> {
  if (action === 'abbrechen') return giveUpOpen(tx, tenant, id, cancelled);
  if (action === 'erneut') return tryAgain(tx, tenant, id, deps.clock.now());
  return 0;
}
