import { clockFrom } from '#kernel';
import { createLogger, createMailer, openDatabase, openKeyRing, runWorker } from '#platform';
import { noticesHandlers } from '../handlers.ts';
import { webhookCaller } from '../post-webhook.ts';

// A worker process of its own that a test kills.
const [, , appUrl = '', relayUrl = '', masterKey = '', smtpUrl = '', now = ''] = process.argv;
await runWorker({
  relayUrl,
  logger: createLogger('silent', 'test'),
  handlers: noticesHandlers({
    db: openDatabase(appUrl, { max: 4 }),
    keys: openKeyRing(masterKey),
    clock: clockFrom(() => new Date(now)),
    demo: true,
    logger: { warn: () => {} },
    sendMail: createMailer({
      mode: 'production',
      smtpUrl,
      mailFrom: 'leitwerk@example.invalid',
      dataFolder: '/nonexistent',
    }).send,
    staffOrigin: 'http://verwaltung.localhost:8080',
    apiOrigin: 'http://api.localhost:8080',
    mailRate: { mails: 50, minutes: 5 },
    digestSources: [],
    webhookEvents: [],
    postWebhook: webhookCaller({ allowPrivate: true }),
  }),
});
process.stdout.write('works\n');
