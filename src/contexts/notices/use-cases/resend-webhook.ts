import { isUuid, ok, type Result, refuse } from '#kernel';
import { newId, publish, recordAudit } from '#platform';
import type { Caller, NoticesDeps } from '../deps.ts';
import { webhookPatience } from '../domain/retry.ts';
import { probe } from '../domain/webhook.ts';
import { deliveryState, webhookOff, webhookUnknown } from '../errors.ts';
import { webhookById } from '../store-webhook.ts';
import { insertZustellung, sendAgain } from '../store-zustellung.ts';
import { webhooksDue } from './manage-webhooks.ts';

/** Sends a probe; what came of it stands in the log. */
export function testWebhook(
  deps: NoticesDeps,
  caller: Caller,
  id: string,
): Promise<Result<{ readonly zustellung: string }>> {
  return deps.db.withTenant(caller.tenant, caller.actor, async (tx) => {
    const webhook = isUuid(id) ? await webhookById(tx, caller.tenant, id) : null;
    if (!webhook) return refuse(webhookUnknown);
    if (webhook.zustand !== 'aktiv') return refuse(webhookOff);
    const zustellung = newId();
    const now = deps.clock.now();
    await insertZustellung(tx, caller.tenant, {
      id: zustellung,
      webhookId: id,
      ereignis: probe.name,
      key: zustellung,
      daten: { ids: { webhook: id }, apiPath: `/webhooks/${id}` },
      angelegtAm: now,
      frist: now,
    });
    await publish(tx, webhooksDue, { webhook: id });
    return ok({ zustellung });
  });
}

/** Sends again what was given up, under the same id. */
export function replayDelivery(
  deps: NoticesDeps,
  caller: Caller,
  { webhook, id }: { readonly webhook: string; readonly id: string },
): Promise<Result<null>> {
  return deps.db.withTenant(caller.tenant, caller.actor, async (tx) => {
    const known = isUuid(webhook) ? await webhookById(tx, caller.tenant, webhook) : null;
    if (!known) return refuse(webhookUnknown);
    if (known.zustand !== 'aktiv') return refuse(webhookOff);
    const now = deps.clock.now();
    const frist = new Date(now.getTime() + webhookPatience);
    if (!isUuid(id) || !(await sendAgain(tx, caller.tenant, { webhook, id }, now, frist)))
      return refuse(deliveryState);
    await recordAudit(tx, { action: 'notices.webhook.replayed', object: { type: 'zustellung', id } });
    await publish(tx, webhooksDue, { webhook });
    return ok(null);
  });
}
