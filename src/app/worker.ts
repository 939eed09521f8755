import { constants, setPriority } from 'node:os';
import { applicationHandlers, maintainApplications } from '#applications';
import { compassHandlers, haeufigkeiten, maintainEvidence, sammelHandlers } from '#compass';
import { sendeAmZug, sendHinweise } from '#connection';
import { cockpitHandlers } from '#connection/cockpit';
import { costsHandlers, costsMaintenance } from '#costs';
import { maintainDelivery } from '#delivery';
import { descriptionsHandlers, maintainDescriptions, runImport } from '#descriptions';
import { discussionHandlers } from '#discussion';
import { cleanUpIdentity } from '#identity';
import { inboxHandlers, maintainInbox, remindApplicants } from '#inbox';
import { noticesHandlers, noticesMaintenance, withWebhooks } from '#notices';
import { parametersHandlers } from '#parameters';
import { planningHandlers } from '#planning';
import { createLogger, openDatabase, runWorker, waitForDatabase } from '#platform';
import { lookAfterLinks } from '#quality';
import { releasesHandlers, releasesMaintenance } from '#releases';
import { reportsHandlers } from '#reports';
import { maintainSurveys, surveysHandlers } from '#surveys';
import { workgroupHandlers, workgroupMaintenance } from '#workgroup';
import { referenceUploads, tableUploads } from './all-doors.ts';
import { tableHandlers } from './catalogue-import/index.ts';
import { wireContexts } from './contexts.ts';
import { dataFolder } from './load-reference-data.ts';
import { referenceHandlers } from './reference/index.ts';
import { createServices } from './services.ts';
import { type Handover, runChild, type StartedChild } from './supervisor/index.ts';
import { probeDeps } from './wiring/compass.ts';
import { webhookSources } from './wiring/notices.ts';
import { solvingDeps } from './wiring/planning.ts';
import { linkDeps } from './wiring/quality.ts';

// The worker process: turns events into jobs and does what recurs. The supervisor starts it. Whoever waits for a page
// comes first, so it takes what the web process leaves.
setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
await runChild(startWorker, createLogger('info', 'worker'));

async function startWorker({ config, installationId, urls }: Handover): Promise<StartedChild> {
  const logger = createLogger(config.logLevel, 'worker');
  await waitForDatabase(urls.app, logger);
  const db = openDatabase(urls.app, {
    max: 4,
    onError: (error) => logger.warn({ err: error }, 'database connection lost'),
  });
  const services = createServices(config, db, logger, installationId);
  const contexts = wireContexts(services);
  const { inbox, applications, delivery, descriptions, discussion, notices } = contexts;
  const { compass, parameters, releases, surveys, workgroup } = contexts;
  const worker = await runWorker({
    relayUrl: urls.relay,
    handlers: withWebhooks(notices, webhookSources, {
      ...referenceHandlers({ db, dataFolder, uploads: referenceUploads(services) }),
      ...tableHandlers({ db, clock: services.clock, uploads: tableUploads(services) }),
      ...inboxHandlers(inbox),
      ...discussionHandlers(discussion),
      ...descriptionsHandlers({
        ...descriptions,
        runImport: (order) => runImport({ ...order, url: urls.app }),
      }),
      ...applicationHandlers(applications),
      ...compassHandlers(probeDeps(services)),
      ...sammelHandlers(compass),
      ...reportsHandlers(contexts.reports),
      ...noticesHandlers(notices),
      ...surveysHandlers(surveys),
      ...workgroupHandlers(workgroup),
      ...parametersHandlers(parameters),
      ...planningHandlers(solvingDeps(services)),
      ...releasesHandlers(releases),
      ...costsHandlers(contexts.costs),
      ...cockpitHandlers(contexts.cockpit),
    }),
    maintenance: [
      ...noticesMaintenance(notices),
      ...workgroupMaintenance(workgroup),
      ...costsMaintenance(contexts.costs),
      ...releasesMaintenance(releases),
      { name: 'identity.clean-up', everyMinutes: 60, run: async () => void (await cleanUpIdentity({ db })) },
      {
        name: 'applications.delete-due',
        everyMinutes: 60,
        run: async () => void (await maintainApplications(applications, await inbox.authorities())),
      },
      { name: 'inbox.delete-due', everyMinutes: 60, run: async () => void (await maintainInbox(inbox)) },
      {
        name: 'inbox.remind-applicants',
        everyMinutes: 60,
        run: async () => void (await remindApplicants(inbox)),
      },
      {
        name: 'delivery.maintain',
        everyMinutes: 60,
        run: async () => void (await maintainDelivery(delivery)),
      },
      {
        name: 'compass.maintain-evidence',
        everyMinutes: 60,
        run: () => maintainEvidence(probeDeps(services)),
      },
      {
        name: 'compass.haeufigkeiten',
        everyMinutes: 60,
        run: () => haeufigkeiten.publish(compass),
      },
      {
        name: 'quality.links',
        everyMinutes: 30,
        run: async () => void (await lookAfterLinks(linkDeps(services))),
      },
      {
        name: 'descriptions.maintain',
        everyMinutes: 60,
        run: () => maintainDescriptions(descriptions),
      },
      {
        name: 'connection.fristen',
        everyMinutes: 60,
        run: async () => void (await sendHinweise(contexts.connection)),
      },
      {
        name: 'connection.am-zug',
        everyMinutes: 60,
        run: async () => void (await sendeAmZug(contexts.connection)),
      },
      { name: 'surveys.maintain', everyMinutes: 15, run: () => maintainSurveys(surveys) },
      { name: 'reference.sweep-uploads', everyMinutes: 60, run: referenceUploads(services).sweep },
      { name: 'catalogue.sweep-tables', everyMinutes: 60, run: tableUploads(services).sweep },
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
