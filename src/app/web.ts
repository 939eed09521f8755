import { join } from 'node:path';
import { countUnread } from '#discussion';
import {
  createLogger,
  createMetrics,
  installationSecret,
  openDatabase,
  openDataFolder,
  sweepSpools,
  waitForDatabase,
} from '#platform';
import { allDoors } from './all-doors.ts';
import { collectGarbage } from './collect-garbage.ts';
import { wireContexts } from './contexts.ts';
import { portalSites } from './portals.ts';
import { createServices } from './services.ts';
import { buildSites } from './sites.ts';
import { standardDoors } from './standard-doors.ts';
import { type Handover, runChild, type StartedChild } from './supervisor/index.ts';
import { version } from './version.ts';
import { faultPage } from './web/fault-page.ts';
import { listen } from './web/listen.ts';
import { webApp } from './web/web-app.ts';
import { identification } from './wiring/identity.ts';

// The web process. The supervisor starts it and hands over settings and connections.
await runChild(startWeb, createLogger('info', 'web'));

async function startWeb({ config, installationId, dataFolder, urls }: Handover): Promise<StartedChild> {
  const logger = createLogger(config.logLevel, 'web');
  const metrics = createMetrics('web');
  await waitForDatabase(urls.app, logger);
  const db = openDatabase(urls.app, {
    max: 16,
    onError: (error) => logger.warn({ err: error }, 'database connection lost'),
  });
  const services = createServices(config, db, logger, installationId);
  const contexts = wireContexts(services);
  const incoming = join(dataFolder, 'uploads', 'incoming');
  // One web process a data folder: what lies there came with requests of one that was killed, and may be an applicant's.
  await sweepSpools(incoming);
  const forms = {
    installationId,
    csrfKey: installationSecret(openDataFolder(dataFolder), 'csrf'),
    uploadPlace: { folder: incoming, scanner: services.scanner },
  };
  const sites = buildSites(services, allDoors(services, contexts), {
    ...forms,
    version,
    identification: identification(services),
    auskunft: contexts.portal,
    metrics,
    standardDoors: (clientAddressOf) => standardDoors(services, contexts, clientAddressOf),
    unread: (principal) => countUnread(contexts.discussion, principal),
  });
  const app = webApp({
    sites,
    portal: portalSites(services, { ...contexts, ...forms }),
    hosts: services.hosts,
    https: config.publicUrl.protocol === 'https:',
    noindex: services.demo,
    logger,
    observe: metrics.request,
    faultPage: faultPage(services.demo),
  });
  await services.worlds.duties();
  const server = await listen(app, config.host, config.port);
  // Read in the background, so that the first question about figures or places, or the first search, need not wait for it.
  const later = (what: string) => (error: unknown) => logger.warn({ err: error }, what);
  const reading = [
    contexts.compass.figures().catch(later('figures not opened yet')),
    contexts.routing.world().catch(later('places not opened yet')),
    services.worlds.finder.current().catch(later('no index yet')),
  ];
  void Promise.all(reading).then(collectGarbage);
  return {
    address: services.hosts.originOf('staff'),
    stop: async () => {
      await server.close();
      await db.close();
    },
  };
}
