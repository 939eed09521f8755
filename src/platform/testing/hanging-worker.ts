// A worker that takes a job and never finishes it, to be killed.
import { runWorker } from '../jobs/run-worker.ts';
import { createLogger } from '../log.ts';

await runWorker({
  relayUrl: process.argv[2] ?? '',
  logger: createLogger('silent', 'test'),
  handlers: {
    'long.work': async (payload) => {
      process.stdout.write(
        `took ${payload && typeof payload === 'object' ? Object.values(payload)[0] : ''}\n`,
      );
      await new Promise(() => {});
    },
  },
});
