// A preparation that cannot be done.
import { createLogger } from '#platform';
import { runPreparation } from '../run-child.ts';

await runPreparation(
  async () => {
    throw new Error('Die Referenzdaten fehlen.');
  },
  createLogger('silent', 'prepare'),
);
