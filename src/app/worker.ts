import { cleanUpIdentity } from '#identity';
import { createLogger, openDatabase, runWorker } from '#platform';
import { referenceUploads } from './all-doors.ts';
import { dataFolder } from './load-reference-data.ts';
import { referenceHandlers } from './reference/index.ts';
import { createServices } from './services.ts';
import { type Handover, runChild, type StartedChild } from './supervisor/index.ts';

// The worker process: turns events into jobs and does what recurs. The supervisor starts it.
await runChild(startWorker, createLogger('info', 'worker'));

async function startWorker({ config, installationId, urls }: Handover): Promise<StartedChild> {
  const logger = createLogger(config.logLevel, 'worker');
  const db = openDatabase(urls.app, {
    max: 4,
    onError: (error) => logger.warn({ err: error }, 'database connection lost'),
  });
  const services = createServices(config, db, logger, installationId);
  const worker = await runWorker({
    relayUrl: urls.relay,
    handlers: referenceHandlers({ db, dataFolder, uploads: referenceUploads(services) }),
    maintenance: [
      { name: 'identity.clean-up', everyMinutes: 60, run: async () => void (await cleanUpIdentity({ db })) },
    ],
    logger,
  });
  return {
    address: null,
    stop: async () => {
      await worker.stop();
      await db.close();
    },
  };
}
