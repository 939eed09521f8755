import { z } from 'zod';
import { contactOf, reachableMembers } from '#identity';
import { recordAudit, type TenantId, type Tx } from '#platform';
import type { NoticesDeps } from '../deps.ts';
import { nextWebhookTry, webhookPatience } from '../domain/retry.ts';
import { probe } from '../domain/webhook.ts';
import { webhookOffMail } from '../messages.ts';
import type { WebhookAnswer } from '../post-webhook.ts';
import { signWebhook } from '../sign-webhook.ts';
import { clearFault, noteFault, switchOff, webhookById } from '../store-webhook.ts';
import {
  type DueZustellung,
  giveUpWaiting,
  lockDueZustellung,
  moveWaiting,
  recordCall,
} from '../store-zustellung.ts';
import { secretPlace } from './manage-webhooks.ts';
import { systemActor } from './system.ts';

/** Makes the calls of an organisation that are due; returns how many were made. */
export async function callWebhooks(deps: NoticesDeps, tenant: TenantId): Promise<number> {
  let made = 0;
  for (;;) {
    const called = await callNext(deps, tenant);
    if (called === null) return made;
    made += 1;
    if (called.switchedOff !== null) await tellAdministrators(deps, tenant, called.switchedOff);
  }
}

interface Called {
  /** The webhook that this call's failure switched off. */
  readonly switchedOff: string | null;
}

/** One call in one transaction: a worker that is killed meanwhile leaves it to be made again, under the same id. */
function callNext(deps: NoticesDeps, tenant: TenantId): Promise<Called | null> {
  return deps.db.withTenant(tenant, systemActor, async (tx) => {
    const due = await lockDueZustellung(tx, tenant, deps.clock.now());
    if (!due) return null;
    const secret = (await deps.keys.dataKeyOf(tx, tenant)).open(secretPlace(due.webhookId), due.secret);
    const body = bodyOf(deps, tenant, due);
    const headers = { ...signWebhook(secret, due.id, deps.clock.now(), body) };
    const answer = await deps.postWebhook({ url: due.url, headers, body });
    if (answer.fault === null) {
      await noteSuccess(tx, deps, tenant, due, answer);
      return { switchedOff: null };
    }
    return { switchedOff: await noteFailure(tx, deps, tenant, due, answer) };
  });
}

const stored = z.object({
  ids: z.record(z.string(), z.union([z.string(), z.number()])),
  apiPath: z.string(),
});

/** The body of a call, as the Standard Webhooks specification lays it out: ids, and where the API shows the thing. */
function bodyOf({ apiOrigin }: NoticesDeps, tenant: TenantId, due: DueZustellung): string {
  const { ids, apiPath } = stored.parse(due.daten);
  return JSON.stringify({
    type: due.ereignis,
    timestamp: due.angelegtAm.toISOString(),
    data: { organisation: tenant, ...ids, href: `${apiOrigin}/api/v1${apiPath}` },
  });
}

async function noteSuccess(
  tx: Tx,
  deps: NoticesDeps,
  tenant: TenantId,
  { id, webhookId }: DueZustellung,
  { status }: WebhookAnswer,
): Promise<void> {
  const now = deps.clock.now();
  const outcome = { zustand: 'zugestellt', antwort: status, grund: null, naechsterVersuch: null } as const;
  await recordCall(tx, tenant, id, outcome, now);
  await clearFault(tx, tenant, webhookId);
  await moveWaiting(tx, tenant, webhookId, now);
}

const goneStatus = 410;

/** Plans the next try, gives up, or switches the webhook off; returns its id where it did the last. */
async function noteFailure(
  tx: Tx,
  deps: NoticesDeps,
  tenant: TenantId,
  due: DueZustellung,
  { status, fault }: WebhookAnswer,
): Promise<string | null> {
  const now = deps.clock.now();
  const next = nextWebhookTry(due.versuche + 1, now, due.frist);
  const zustand = next === null ? 'aufgegeben' : 'wartet';
  await recordCall(
    tx,
    tenant,
    due.id,
    { zustand, antwort: status, grund: fault, naechsterVersuch: next },
    now,
  );
  // A probe that fails tells its sender; it is no reason to hold the others up.
  if (due.ereignis === probe.name) return null;
  const since = await noteFault(tx, tenant, due.webhookId, now);
  const worn = now.getTime() - since.getTime() >= webhookPatience;
  if (!worn && status !== goneStatus) {
    if (next !== null) await moveWaiting(tx, tenant, due.webhookId, next);
    return null;
  }
  const grund =
    status === goneStatus
      ? 'Die Gegenstelle sagt, dass es diese Adresse nicht mehr gibt (Antwort 410).'
      : `Seit 24 Stunden ist jeder Aufruf gescheitert. Zuletzt: ${fault}`;
  if (!(await switchOff(tx, tenant, due.webhookId, grund))) return null;
  await giveUpWaiting(tx, tenant, due.webhookId, 'Der Webhook wurde abgeschaltet.');
  await recordAudit(tx, {
    action: 'notices.webhook.switched-off',
    object: { type: 'webhook', id: due.webhookId },
  });
  return due.webhookId;
}

/** Mails whoever manages members; the page shows it too, so a mail that cannot be sent is no reason to fail. */
async function tellAdministrators(deps: NoticesDeps, tenant: TenantId, id: string): Promise<void> {
  const mails = await deps.db.withTenant(tenant, systemActor, async (tx) => {
    const webhook = await webhookById(tx, tenant, id);
    const members = (await reachableMembers(tx, deps, tenant)).filter((each) => each.managesMembers);
    const contacts = await Promise.all(members.map((each) => contactOf(tx, deps, tenant, each.id)));
    const href = `${deps.staffOrigin}/webhooks/${id}`;
    const { bezeichnung, grund } = webhook ?? { bezeichnung: '', grund: null };
    return contacts.flatMap((contact) =>
      contact ? [webhookOffMail(contact, { bezeichnung, grund: grund ?? '', href })] : [],
    );
  });
  for (const mail of mails)
    await deps.sendMail(mail).catch(() => deps.logger.warn({ webhook: id }, 'notice of a webhook not sent'));
}
