// A worker that reads feeds, to be killed: database of the app, database of the relay, folder of the feeds.

import { loadCatalogue } from '#catalogue';
import { clockFrom } from '#kernel';
import { createLogger, openDatabase, runWorker } from '#platform';
import { loadTerritory } from '#territory';
import { feedFiles } from '../feed-files.ts';
import { descriptionsHandlers } from '../handlers.ts';
import { runImport } from '../run-import.ts';

const [, , url = '', relayUrl = '', folder = ''] = process.argv;
const db = openDatabase(url);
await runWorker({
  relayUrl,
  logger: createLogger('silent', 'test'),
  handlers: descriptionsHandlers({
    db,
    clock: clockFrom(() => new Date()),
    catalogue: () => db.withPublic(loadCatalogue),
    territory: () => db.withPublic(loadTerritory),
    feeds: feedFiles(folder),
    runImport: (order) => runImport({ ...order, url }),
  }),
});
process.stdout.write('ready\n');
