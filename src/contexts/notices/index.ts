export { noticesCommands } from './cli.ts';
export type { DigestPart, DigestReader, DigestSource, NoticesDeps } from './deps.ts';
export type { WebhookEvent } from './domain/webhook.ts';
export { noticesHandlers, noticesMaintenance, withWebhooks } from './handlers.ts';
export { webhookCaller } from './post-webhook.ts';
export type { WebhookSource } from './use-cases/announce.ts';
export { rundmailFinished } from './use-cases/send-rundmails.ts';
export { noticesOperations } from './web/operations.ts';
export { noticesPages } from './web/pages.ts';
