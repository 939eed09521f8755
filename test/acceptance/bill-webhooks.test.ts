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

describe('another system of a Kommune hears of its bills', () => {
  let app: RunningApp;
  before(async () => {
    app = await runningApp();
  });
  after(() => app[Symbol.asyncDispose]());

  test('issued and taken back, each once, with the number and the address in the API, no amount and no name', async () => {
    const bodies: string[] = [];
    const server = createServer((request, response) => {
      request.setEncoding('utf8');
      let body = '';
      request.on('data', (part: string) => {
        body += part;
      });
      request.on('end', () => {
        bodies.push(body);
        response.writeHead(204).end();
      });
    });
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', () => listening()));
    const { port } = server.address() as AddressInfo;
    await runCommand(app, 'webhook add', [], {
      ...{ organisation: '05766044', label: 'Finanzverfahren', url: `http://127.0.0.1:${port}/` },
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
    const ofBill = () =>
      bodies.map((body) => JSON.parse(body) as Told).filter(({ data }) => data.abrechnung === bills.replaced);
    const calls = await eventually('two calls', async () => (ofBill().length >= 2 ? ofBill() : null));
    await worker.stop();
    server.close();
    assert.doesNotMatch(bodies.join(''), /Lemgo|Kieselbach|cent|€/i);
    assert.deepEqual(
      calls
        .map(({ type, data }) => [type, data.nummer.replace(/^\d{4}-\d{4}/, ''), new URL(data.href).pathname])
        .toSorted(),
      [
        ['abrechnung.aufgehoben', '/05766044-S', `/api/v1/abrechnungen/${bills.replaced}`],
        ['abrechnung.gestellt', '/05766044', `/api/v1/abrechnungen/${bills.replaced}`],
      ],
    );
  });
});
