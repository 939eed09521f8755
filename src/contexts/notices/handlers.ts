import type { EventHandler, EventHandlers, MaintenanceTask, TenantId } from '#platform';
import type { NoticesDeps } from './deps.ts';
import { announce, type WebhookSource } from './use-cases/announce.ts';
import { callWebhooks } from './use-cases/call-webhooks.ts';
import { webhooksDue } from './use-cases/manage-webhooks.ts';
import { rundmailsDue } from './use-cases/release-rundmail.ts';
import { sendRundmails } from './use-cases/send-rundmails.ts';
import { sendSummaries, summariesDue } from './use-cases/summary.ts';
import { wakeNotices, wakeRundmails } from './use-cases/wake.ts';

/** What the worker does for this context. Each handler does whatever is due, so an event that comes twice does no harm. */
export function noticesHandlers(deps: NoticesDeps): EventHandlers {
  return {
    [rundmailsDue]: async (_, { tenant }) => {
      await sendRundmails(deps, named(tenant, rundmailsDue));
    },
    [summariesDue]: async (_, { tenant }) => {
      await sendSummaries(deps, named(tenant, summariesDue));
    },
    [webhooksDue]: async (_, { tenant }) => {
      await callWebhooks(deps, named(tenant, webhooksDue));
    },
  };
}

function named(tenant: TenantId | null, event: string): TenantId {
  if (tenant === null) throw new Error(`${event} names no organisation`);
  return tenant;
}

/**
 * The handlers of all contexts, with webhooks listening: an event that has a handler is handled first and then announced,
 * one that has none is only announced.
 */
export function withWebhooks(
  deps: NoticesDeps,
  sources: Readonly<Record<string, WebhookSource>>,
  handlers: EventHandlers,
): EventHandlers {
  const listening = Object.entries(sources).map(([event, source]): [string, EventHandler] => [
    event,
    async (payload, context) => {
      await handlers[event]?.(payload, context);
      await announce(deps, source, payload, context);
    },
  ]);
  return { ...handlers, ...Object.fromEntries(listening) };
}

/** What recurs: Rundmails every minute, for the rate; calls and summaries every five. */
export function noticesMaintenance(deps: NoticesDeps): readonly MaintenanceTask[] {
  return [
    { name: 'notices.wake-rundmails', everyMinutes: 1, run: () => wakeRundmails(deps) },
    { name: 'notices.wake', everyMinutes: 5, run: () => wakeNotices(deps) },
  ];
}
