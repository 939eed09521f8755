import { createHmac } from 'node:crypto';

/** How a webhook's secret begins, as the Standard Webhooks specification writes it; what follows is base64. */
export const secretPrefix = 'whsec_';

/** The three headers by which a receiver checks a call (Standard Webhooks, symmetric signature). */
export interface WebhookHeaders {
  readonly 'webhook-id': string;
  /** Seconds since 1970; receivers refuse calls that are minutes old. */
  readonly 'webhook-timestamp': string;
  /** `v1,` and the base64 HMAC-SHA256 of `id.timestamp.body` under the secret's bytes. */
  readonly 'webhook-signature': string;
}

/** Signs one call. The id stays the same over all tries, so that a receiver tells a repetition. */
export function signWebhook(secret: string, id: string, at: Date, body: string): WebhookHeaders {
  const timestamp = String(Math.floor(at.getTime() / 1000));
  const key = Buffer.from(secret.slice(secretPrefix.length), 'base64');
  const digest = createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64');
  return { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': `v1,${digest}` };
}
