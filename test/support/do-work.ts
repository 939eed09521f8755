import { referenceUploads, tableUploads } from '../../src/app/all-doors.ts';
import { tableHandlers } from '../../src/app/catalogue-import/index.ts';
import { dataFolder } from '../../src/app/load-reference-data.ts';
import { referenceHandlers } from '../../src/app/reference/index.ts';
import { deliverWaiting } from '../../src/platform/testing/deliver-waiting.ts';
import type { RunningApp } from './running-app.ts';

/** Does what the worker would do with the events that wait; the running application of tests has no worker. */
export async function doWork({ services, database }: RunningApp): Promise<void> {
  const { db } = services;
  const handlers = {
    ...referenceHandlers({ db, dataFolder, uploads: referenceUploads(services) }),
    ...tableHandlers({ db, clock: services.clock, uploads: tableUploads(services) }),
  };
  await deliverWaiting(database, handlers);
}
