// A preparation that has nothing to do.
import { createLogger } from '#platform';
import { runPreparation } from '../run-child.ts';

await runPreparation(async () => '', createLogger('silent', 'prepare'));
