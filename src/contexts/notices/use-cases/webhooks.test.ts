import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { test } from 'node:test';
import { createLogger, publish, runWorker } from '#platform';
import { installJobQueue } from '../../../platform/jobs/install-job-queue.ts';
import { until } from '../../../platform/testing/until.ts';
import { codeOf, type Person, valueIn } from '../../identity/testing/world.ts';
import { noticesHandlers, withWebhooks } from '../handlers.ts';
import { webhookCaller } from '../post-webhook.ts';
import { type NoticesWorld, noticesWorld } from '../testing/notices-world.ts';
import { announce, type WebhookSource } from './announce.ts';
import { callWebhooks } from './call-webhooks.ts';
import { addWebhook, changeWebhook, readWebhook } from './manage-webhooks.ts';
import { replayDelivery, testWebhook } from './resend-webhook.ts';

interface Call {
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

/** A receiver on this machine that answers what the test says. */
async function receiver(answer: () => number) {
  const calls: Call[] = [];
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      calls.push({ headers: request.headers, body: Buffer.concat(parts).toString() });
      response.writeHead(answer(), { location: 'http://127.0.0.1:1/' }).end();
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', () => listening()));
  const { port } = server.address() as AddressInfo;
  const close = () => new Promise<void>((closed) => server.close(() => closed()));
  return { calls, url: `http://127.0.0.1:${port}/leitwerk`, [Symbol.asyncDispose]: close };
}

const happened: WebhookSource = async (payload, { tenant }) =>
  tenant && {
    event: 'ding.geschehen',
    ids: { ding: String(payload) },
    apiPath: `/dinge/${payload}`,
    to: tenant,
  };

function tell(w: NoticesWorld, { tenant }: Person, eventId: number): Promise<void> {
  return announce(w.deps, happened, eventId, { eventId, tenant, attempt: 1, lastAttempt: false });
}

async function listening(w: NoticesWorld, url: string) {
  const [admin] = w.kommunen;
  assert.ok(admin);
  const typed = { bezeichnung: 'Fachverfahren', url, ereignisse: ['ding.geschehen'] };
  const added = valueIn(await addWebhook(w.deps, admin.caller, typed));
  const log = async () => valueIn(await readWebhook(w.deps, admin.caller, added.id));
  const call = () => callWebhooks(w.deps, admin.tenant);
  return { admin, typed, ...added, log, call };
}

test('a receiver can check who called and is told ids only; the secret stands nowhere in clear', async () => {
  await using there = await receiver(() => 204);
  await using w = await noticesWorld(1);
  const { admin, secret, id, log, call } = await listening(w, there.url);
  await tell(w, admin, 7);
  await tell(w, admin, 7);
  assert.equal(await call(), 1);
  const [got] = there.calls;
  assert.ok(got && there.calls.length === 1);
  const { 'webhook-id': callId, 'webhook-timestamp': at, 'webhook-signature': signature } = got.headers;
  const key = Buffer.from(secret.replace('whsec_', ''), 'base64');
  const wanted = createHmac('sha256', key).update(`${callId}.${at}.${got.body}`).digest('base64');
  assert.equal(signature, `v1,${wanted}`);
  assert.deepEqual(JSON.parse(got.body), {
    type: 'ding.geschehen',
    timestamp: w.world.clock.now().toISOString(),
    data: { organisation: admin.tenant, ding: '7', href: 'http://api.localhost:8080/api/v1/dinge/7' },
  });
  assert.deepEqual(
    (await log()).zustellungen.map(({ zustand, antwort }) => [zustand, antwort]),
    [['zugestellt', 204]],
  );
  const { rows } = await w.world.t.superuser.query(
    `select to_jsonb(x)::text || encode(secret_sealed, 'escape') as text from notices.webhook x where id = $1`,
    [id],
  );
  assert.ok(!rows[0].text.includes(secret) && !rows[0].text.includes(key.toString('hex')));
});

test('a call that fails is made again, later each time; a success lets what waited go out at once', async () => {
  let status = 503;
  await using there = await receiver(() => status);
  await using w = await noticesWorld(1);
  const { admin, log, call } = await listening(w, there.url);
  await tell(w, admin, 1);
  await tell(w, admin, 2);
  // The second waits with the first: a receiver that is down is not asked for each event.
  assert.equal(await call(), 1);
  assert.equal(await call(), 0);
  w.world.turnClock(61);
  assert.equal(await call(), 1);
  status = 200;
  w.world.turnClock(301);
  assert.equal(await call(), 2);
  const { zustellungen } = await log();
  assert.deepEqual(
    zustellungen.map(({ zustand }) => zustand),
    ['zugestellt', 'zugestellt'],
  );
  const ids = there.calls.map(({ headers }) => headers['webhook-id']);
  assert.equal(new Set(ids).size, 2);
});

test('after a day of failures the webhook is switched off and its administrators are told; a replay heals', async () => {
  let status = 500;
  await using there = await receiver(() => status);
  await using w = await noticesWorld(1);
  const { admin, id, typed, log, call } = await listening(w, there.url);
  await tell(w, admin, 1);
  for (let hour = 0; hour < 26; hour += 1) {
    await call();
    w.world.turnClock(3_600);
  }
  const off = await log();
  assert.deepEqual([off.webhook.zustand, off.zustellungen[0]?.zustand], ['abgeschaltet', 'aufgegeben']);
  const told = w.world.mails.filter(({ subject }) => subject.includes('abgeschaltet'));
  assert.deepEqual(
    told.map(({ to }) => to),
    [admin.email],
  );
  await tell(w, admin, 2);
  assert.equal(await call(), 0);
  const delivery = { webhook: id, id: off.zustellungen[0]?.id ?? '' };
  assert.equal(codeOf(await replayDelivery(w.deps, admin.caller, delivery)), 'WEBHOOK_OFF');
  status = 200;
  valueIn(await changeWebhook(w.deps, admin.caller, id, typed));
  valueIn(await replayDelivery(w.deps, admin.caller, delivery));
  assert.equal(codeOf(await replayDelivery(w.deps, admin.caller, delivery)), 'WEBHOOK_DELIVERY_STATE');
  assert.equal(await call(), 1);
  assert.deepEqual(
    (await log()).zustellungen.map(({ zustand }) => zustand),
    ['zugestellt'],
  );
});

test('two workers at one receiver tell it everything once and do not stand in each other’s way', async () => {
  await using there = await receiver(() => 200);
  await using w = await noticesWorld(1);
  const { admin, log, call } = await listening(w, there.url);
  for (const event of [1, 2, 3, 4, 5, 6]) await tell(w, admin, event);
  const made = await Promise.all([call(), call(), call()]);
  assert.equal(
    made.reduce((sum, each) => sum + each, 0),
    6,
  );
  assert.equal(there.calls.length, 6);
  assert.ok((await log()).zustellungen.every(({ zustand }) => zustand === 'zugestellt'));
});

test('a receiver that says it is gone is not called for a day', async () => {
  await using there = await receiver(() => 410);
  await using w = await noticesWorld(1);
  const { admin, log, call } = await listening(w, there.url);
  await tell(w, admin, 1);
  await call();
  assert.equal((await log()).webhook.zustand, 'abgeschaltet');
});

test('a probe is sent at once, once, and harms nothing where it fails; redirects are not followed', async () => {
  await using there = await receiver(() => 302);
  await using w = await noticesWorld(1);
  const { admin, id, log, call } = await listening(w, there.url);
  valueIn(await testWebhook(w.deps, admin.caller, id));
  assert.equal(await call(), 1);
  const { webhook, zustellungen } = await log();
  assert.deepEqual(
    [webhook.zustand, zustellungen[0]?.ereignis, zustellungen[0]?.zustand, zustellungen[0]?.antwort],
    ['aktiv', 'probe', 'aufgegeben', 302],
  );
  assert.equal(there.calls.length, 1);
});

test('the worker tells webhooks of an event after its own handler, and of one that nobody else hears', async () => {
  await using there = await receiver(() => 200);
  await using w = await noticesWorld(1);
  await installJobQueue(w.world.t.ownerUrl);
  const { admin } = await listening(w, there.url);
  const order: string[] = [];
  const source: WebhookSource = async (_, { tenant }) => {
    order.push('announced');
    return tenant && { event: 'ding.geschehen', ids: { ding: 1 }, apiPath: '/dinge/1', to: 'everybody' };
  };
  const handlers = withWebhooks(
    w.deps,
    { 'ding.made': source, 'ding.unheard': source },
    { ...noticesHandlers(w.deps), 'ding.made': async () => void order.push('handled') },
  );
  const logger = createLogger('silent', 'test');
  const worker = await runWorker({ relayUrl: w.world.t.urls.relay, handlers, logger });
  try {
    for (const [count, event] of [[1, 'ding.made'] as const, [2, 'ding.unheard'] as const]) {
      await w.deps.db.withTenant(admin.tenant, admin.caller.actor, (tx) => publish(tx, event, {}));
      await until(() => there.calls.length >= count);
    }
  } finally {
    await worker.stop();
  }
  assert.equal(there.calls.length, 2);
  assert.deepEqual(order, ['handled', 'announced', 'announced']);
});

test('in service nothing goes to private addresses, whatever the name says, and only by https', async () => {
  await using there = await receiver(() => 200);
  const call = { headers: {}, body: '{}' };
  const inside = webhookCaller({ allowPrivate: false });
  for (const url of [
    'https://127.0.0.1/',
    'https://[::1]/',
    'https://[::ffff:10.0.0.1]/',
    'https://localhost/',
  ])
    assert.match((await inside({ ...call, url })).fault ?? '', /internes Netz/, url);
  assert.match((await inside({ ...call, url: there.url })).fault ?? '', /https/);
  const mixed = webhookCaller({
    allowPrivate: false,
    resolve: async () => [
      { address: '93.184.216.34', family: 4 },
      { address: '169.254.169.254', family: 4 },
    ],
  });
  assert.match((await mixed({ ...call, url: 'https://mal.example/' })).fault ?? '', /internes Netz/);
  const unknown = webhookCaller({ allowPrivate: false, resolve: async () => [] });
  assert.match((await unknown({ ...call, url: 'https://weg.example/' })).fault ?? '', /unbekannt/);
  assert.equal(there.calls.length, 0);
});

test('the connection goes to the very address that was checked, not to what the name says a moment later', async () => {
  await using there = await receiver(() => 200);
  let asked = 0;
  const pinned = webhookCaller({
    allowPrivate: true,
    resolve: async () => {
      asked += 1;
      return asked === 1 ? [{ address: '127.0.0.1', family: 4 }] : [];
    },
  });
  const url = there.url.replace('127.0.0.1', 'wechselt.example');
  assert.deepEqual(await pinned({ url, headers: {}, body: '{}' }), { status: 200, fault: null });
  assert.equal(there.calls[0]?.headers.host?.toString().split(':')[0], 'wechselt.example');
});

test('addresses with a password, without https in service, and unknown events are refused with their field', async () => {
  await using w = await noticesWorld(1);
  const [admin] = w.kommunen;
  assert.ok(admin);
  const typed = { bezeichnung: 'x', url: 'https://a.example/', ereignisse: ['ding.geschehen'] };
  const wrong = [
    { ...typed, url: 'https://a:b@a.example/' },
    { ...typed, url: 'ftp://a.example/' },
    { ...typed, url: 'a.example' },
    { ...typed, ereignisse: [] },
    { ...typed, ereignisse: ['gibt.es.nicht'] },
    { ...typed, bezeichnung: ' ' },
  ];
  for (const each of wrong)
    assert.equal(codeOf(await addWebhook(w.deps, admin.caller, each)), 'WEBHOOK_INVALID');
  const inService = { ...w.deps, demo: false };
  const plain = { ...typed, url: 'http://a.example/' };
  assert.equal(codeOf(await addWebhook(inService, admin.caller, plain)), 'WEBHOOK_INVALID');
  assert.ok((await addWebhook(w.deps, admin.caller, plain)).ok);
});
