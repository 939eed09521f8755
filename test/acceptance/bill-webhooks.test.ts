import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, describe, test } from 'node:test';
import { costsHandlers } from '#costs';
import { noticesHandlers, withWebhooks } from '#notices';
import { createLogger, runWorker } from '#platform';
import { webhookSources } from '../../src/app/wiring/notices.ts';
import { installJobQueue } from '../../src/platform/jobs/install-job-queue.ts';
import { correctedBill } from '../support/costs-templates.ts';
import { runCommand } from '../support/run-command.ts';
import { type RunningApp, runningApp } from '../support/running-app.ts';
import { eventually } from './antrag-steps.ts';

interface Told {
  readonly type: string;
  readonly data: { readonly abrechnung: string; readonly nummer: string; readonly href: string };
}

const [leftOut, stays] = ['05766044', '05766020'];

describe('another system of a Kommune hears of its bills', () => {
  let app: RunningApp;
  before(async () => {
    app = await runningApp();
  });
  after(() => app[Symbol.asyncDispose]());

  test('issued, corrected and taken back, each once, with the number and the address in the API, no amount and no name', async () => {
    const bodies: { readonly to: string; readonly body: string }[] = [];
    const server = createServer((request, response) => {
      request.setEncoding('utf8');
      let body = '';
      request.on('data', (part: string) => {
        body += part;
      });
      request.on('end', () => {
        bodies.push({ to: request.url ?? '', body });
        response.writeHead(204).end();
      });
    });
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', () => listening()));
    const { port } = server.address() as AddressInfo;
    for (const organisation of [leftOut, stays])
      await runCommand(app, 'webhook add', [], {
        ...{ organisation, label: 'Finanzverfahren', url: `http://127.0.0.1:${port}/${organisation}` },
        events: 'abrechnung.gestellt,abrechnung.korrigiert,abrechnung.aufgehoben',
      });
    const jahr = Number(app.services.clock.today().slice(0, 4)) + 1;
    const bills = await correctedBill(app, String(jahr));
    await installJobQueue(app.database.ownerUrl);
    const { costs, notices } = app.contexts;
    const worker = await runWorker({
      relayUrl: app.database.urls.relay,
      handlers: withWebhooks(notices, webhookSources, {
        ...costsHandlers(costs),
        ...noticesHandlers(notices),
      }),
      logger: createLogger('silent', 'test'),
    });
    const heardBy = (organisation: string) =>
      bodies
        .filter(({ to }) => to === `/${organisation}`)
        .map(({ body }) => JSON.parse(body) as Told)
        .filter(({ data }) => data.abrechnung === bills.replaced || data.abrechnung === bills.corrected)
        .map(({ type, data }) => [
          ...[type, data.nummer.replace(/^\d{4}-\d{4}/, ''), new URL(data.href).pathname],
        ])
        .toSorted();
    const all = () => [heardBy(leftOut), heardBy(stays)] as const;
    const [cancelled, changed] = await eventually('two calls each', async () =>
      all().every(({ length }) => length >= 2) ? all() : null,
    );
    await worker.stop();
    server.close();
    assert.doesNotMatch(bodies.map(({ body }) => body).join(''), /Lemgo|Detmold|Kieselbach|cent|€/i);
    const href = (id: string) => `/api/v1/abrechnungen/${id}`;
    assert.deepEqual(cancelled, [
      ['abrechnung.aufgehoben', `/${leftOut}-S`, href(bills.replaced)],
      ['abrechnung.gestellt', `/${leftOut}`, href(bills.replaced)],
    ]);
    assert.deepEqual(changed, [
      ['abrechnung.gestellt', `/${stays}`, href(bills.replaced)],
      ['abrechnung.korrigiert', `/${stays}`, href(bills.corrected)],
    ]);
  });
});
