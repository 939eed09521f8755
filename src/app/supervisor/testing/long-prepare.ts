// A preparation that takes longer than anybody waits.
import { setTimeout as delay } from 'node:timers/promises';
import { createLogger } from '#platform';
import { runPreparation } from '../run-child.ts';

await runPreparation(
  async () => {
    process.stdout.write(`preparing ${process.pid}\n`);
    await delay(600_000);
    return '';
  },
  createLogger('silent', 'prepare'),
);
