// A worker process for the supervisor's tests.
import { createLogger, runWorker } from '#platform';
import { runChild } from '../run-child.ts';

const logger = createLogger('silent', 'worker');

await runChild(async ({ urls }) => {
  const worker = await runWorker({ relayUrl: urls.relay, handlers: { counted: async () => {} }, logger });
  return { address: null, stop: worker.stop };
}, logger);
