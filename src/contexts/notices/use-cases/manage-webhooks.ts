import { randomBytes } from 'node:crypto';
import { type FieldProblem, isUuid, ok, type Result, refuse } from '#kernel';
import { newId, publish, recordAudit, type Tx } from '#platform';
import type { Caller, NoticesDeps } from '../deps.ts';
import type { Webhook, Zustellung } from '../domain/webhook.ts';
import { invalidFields, webhookUnknown } from '../errors.ts';
import { secretPrefix } from '../sign-webhook.ts';
import {
  deleteWebhook,
  insertWebhook,
  listWebhooks,
  replaceSecret,
  updateWebhook,
  webhookById,
} from '../store-webhook.ts';
import { listZustellungen } from '../store-zustellung.ts';

/** Calls to an organisation's webhooks are due. */
export const webhooksDue = 'notices.webhooks.due';

const mostWebhooks = 20;
const shownDeliveries = 100;

export interface TypedWebhook {
  readonly bezeichnung: string;
  readonly url: string;
  readonly ereignisse: readonly string[];
}

/** Where a webhook's secret is sealed to. */
export function secretPlace(id: string) {
  return { table: 'notices.webhook', column: 'secret', row: id };
}

/** Sets a webhook up; `secret` is told this once and never again. */
export function addWebhook(
  deps: NoticesDeps,
  caller: Caller,
  typed: TypedWebhook,
): Promise<Result<{ readonly id: string; readonly secret: string }>> {
  return deps.db.withTenant(caller.tenant, caller.actor, async (tx) => {
    const wanted = parseWebhook(deps, typed);
    if (!wanted.ok) return wanted;
    if ((await listWebhooks(tx, caller.tenant)).length >= mostWebhooks) {
      const message = `Eine Organisation hat höchstens ${mostWebhooks} Webhooks. Bitte löschen Sie einen.`;
      return refuse(invalidFields('WEBHOOK_TOO_MANY', [{ field: 'url', message }]));
    }
    const id = newId();
    const secret = newWebhookSecret();
    const sealed = (await deps.keys.dataKeyOf(tx, caller.tenant)).seal(secretPlace(id), secret);
    await insertWebhook(tx, caller.tenant, { id, ...wanted.value, angelegtAm: deps.clock.now() }, sealed);
    await audit(tx, 'notices.webhook.added', id, wanted.value.ereignisse);
    return ok({ id, secret });
  });
}

/** Changes a webhook and switches it on where it was off. */
export function changeWebhook(
  deps: NoticesDeps,
  caller: Caller,
  id: string,
  typed: TypedWebhook,
): Promise<Result<null>> {
  return deps.db.withTenant(caller.tenant, caller.actor, async (tx) => {
    const wanted = parseWebhook(deps, typed);
    if (!wanted.ok) return wanted;
    if (!isUuid(id) || !(await updateWebhook(tx, caller.tenant, { id, ...wanted.value })))
      return refuse(webhookUnknown);
    await audit(tx, 'notices.webhook.changed', id, wanted.value.ereignisse);
    await publish(tx, webhooksDue, { webhook: id });
    return ok(null);
  });
}

/** Gives a webhook a new secret; the old one counts no more. */
export function renewSecret(
  deps: NoticesDeps,
  caller: Caller,
  id: string,
): Promise<Result<{ readonly secret: string }>> {
  return deps.db.withTenant(caller.tenant, caller.actor, async (tx) => {
    const secret = newWebhookSecret();
    const sealed = (await deps.keys.dataKeyOf(tx, caller.tenant)).seal(secretPlace(id), secret);
    if (!isUuid(id) || !(await replaceSecret(tx, caller.tenant, id, sealed))) return refuse(webhookUnknown);
    await audit(tx, 'notices.webhook.secret-renewed', id, []);
    return ok({ secret });
  });
}

/** Deletes a webhook with its log. */
export function removeWebhook(deps: NoticesDeps, caller: Caller, id: string): Promise<Result<null>> {
  return deps.db.withTenant(caller.tenant, caller.actor, async (tx) => {
    if (!isUuid(id) || !(await deleteWebhook(tx, caller.tenant, id))) return refuse(webhookUnknown);
    await audit(tx, 'notices.webhook.removed', id, []);
    return ok(null);
  });
}

/** The webhooks of the caller's organisation, without their secrets. */
export function readWebhooks(deps: NoticesDeps, caller: Caller): Promise<readonly Webhook[]> {
  return deps.db.withTenant(caller.tenant, caller.actor, (tx) => listWebhooks(tx, caller.tenant));
}

/** A webhook with its youngest hundred deliveries. */
export function readWebhook(
  deps: NoticesDeps,
  caller: Caller,
  id: string,
): Promise<Result<{ readonly webhook: Webhook; readonly zustellungen: readonly Zustellung[] }>> {
  return deps.db.withTenant(caller.tenant, caller.actor, async (tx) => {
    const webhook = isUuid(id) ? await webhookById(tx, caller.tenant, id) : null;
    if (!webhook) return refuse(webhookUnknown);
    return ok({ webhook, zustellungen: await listZustellungen(tx, caller.tenant, id, shownDeliveries) });
  });
}

function newWebhookSecret(): string {
  return `${secretPrefix}${randomBytes(32).toString('base64')}`;
}

function audit(tx: Tx, action: string, id: string, ereignisse: readonly string[]): Promise<void> {
  return recordAudit(tx, { action, object: { type: 'webhook', id }, summary: { ereignisse } });
}

function parseWebhook(
  { demo, webhookEvents }: NoticesDeps,
  { bezeichnung, url, ereignisse }: TypedWebhook,
): Result<TypedWebhook> {
  const label = bezeichnung.trim();
  const unknown = ereignisse.filter((name) => !webhookEvents.some((event) => event.name === name));
  const address = addressProblem(url.trim(), demo);
  const problems: FieldProblem[] = [
    ...(label.length < 1 || label.length > 100
      ? [{ field: 'bezeichnung', message: 'Bitte sagen Sie, wofür der Webhook ist (1 bis 100 Zeichen).' }]
      : []),
    ...(address === null ? [] : [{ field: 'url', message: address }]),
    ...(ereignisse.length === 0
      ? [{ field: 'ereignisse', message: 'Bitte wählen Sie mindestens ein Ereignis.' }]
      : []),
    ...(unknown.length > 0
      ? [{ field: 'ereignisse', message: `Dieses Ereignis gibt es nicht: ${unknown.join(', ')}.` }]
      : []),
  ];
  if (problems.length > 0) return refuse(invalidFields('WEBHOOK_INVALID', problems));
  return ok({ bezeichnung: label, url: url.trim(), ereignisse: [...new Set(ereignisse)] });
}

function addressProblem(text: string, demo: boolean): string | null {
  const url = URL.canParse(text) && text.length <= 2000 ? new URL(text) : null;
  if (!url || !/^https?:$/.test(url.protocol))
    return 'Bitte geben Sie eine ganze Adresse an, zum Beispiel https://it.example/x.';
  if (url.protocol === 'http:' && !demo) return 'Die Adresse muss mit https:// beginnen.';
  if (url.username || url.password || url.hash)
    return 'In der Adresse dürfen weder Zugangsdaten noch ein # stehen. Die Unterschrift prüft, wer sendet.';
  return null;
}
