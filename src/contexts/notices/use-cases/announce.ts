import { listOrganisations } from '#identity';
import { type EventContext, newId, parseTenantId, publish, type TenantId } from '#platform';
import type { NoticesDeps } from '../deps.ts';
import { webhookPatience } from '../domain/retry.ts';
import type { Announcement } from '../domain/webhook.ts';
import { listenersOf } from '../store-webhook.ts';
import { insertZustellung } from '../store-zustellung.ts';
import { webhooksDue } from './manage-webhooks.ts';
import { systemActor } from './system.ts';

/** What webhooks are told of an event of the outbox, and whose; `null`: nothing this time. */
export type WebhookSource = (
  payload: unknown,
  context: EventContext,
) => Promise<(Announcement & { readonly to: TenantId | 'everybody' }) | null>;

/** Enters an event for every webhook that wants to hear of it; an event that comes twice is entered once. */
export async function announce(
  deps: NoticesDeps,
  source: WebhookSource,
  payload: unknown,
  context: EventContext,
): Promise<void> {
  const announcement = await source(payload, context);
  if (announcement === null) return;
  for (const tenant of await audienceOf(deps, announcement.to))
    await enterFor(deps, tenant, announcement, String(context.eventId));
}

async function audienceOf(deps: NoticesDeps, to: TenantId | 'everybody'): Promise<readonly TenantId[]> {
  if (to !== 'everybody') return [to];
  return (await listOrganisations(deps, systemActor)).flatMap(({ id }) => parseTenantId(id) ?? []);
}

function enterFor(
  deps: NoticesDeps,
  tenant: TenantId,
  { event, ids, apiPath }: Announcement,
  key: string,
): Promise<void> {
  const now = deps.clock.now();
  const frist = new Date(now.getTime() + webhookPatience);
  return deps.db.withTenant(tenant, systemActor, async (tx) => {
    let news = false;
    for (const webhookId of await listenersOf(tx, tenant, event)) {
      const one = {
        id: newId(),
        webhookId,
        ereignis: event,
        key,
        daten: { ids, apiPath },
        angelegtAm: now,
        frist,
      };
      news = (await insertZustellung(tx, tenant, one)) || news;
    }
    if (news) await publish(tx, webhooksDue, { ereignis: event });
  });
}
