import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { countUnread } from '#discussion';
import { type DemoPerson, demoCommands } from '#identity';
import { clockFrom } from '#kernel';
import { createLogger, createMetrics, openDataFolder, readConfig } from '#platform';
import { allDoors } from '../../src/app/all-doors.ts';
import { operatorPrincipal } from '../../src/app/cli/operator.ts';
import { type Contexts, wireContexts } from '../../src/app/contexts.ts';
import { demoFolder, demoPeopleOf, makeDemo } from '../../src/app/demo/demo.ts';
import { loadReferenceData } from '../../src/app/load-reference-data.ts';
import { portalSites } from '../../src/app/portals.ts';
import { createServices, type Services } from '../../src/app/services.ts';
import { buildSites } from '../../src/app/sites.ts';
import { standardDoors } from '../../src/app/standard-doors.ts';
import { faultPage } from '../../src/app/web/fault-page.ts';
import { listen } from '../../src/app/web/listen.ts';
import { webApp } from '../../src/app/web/web-app.ts';
import { identification } from '../../src/app/wiring/identity.ts';
import {
  type DatabaseTemplate,
  type TestDatabase,
  testDatabase,
} from '../../src/platform/testing/test-database.ts';
import { freePort } from './free-port.ts';

/** The whole web application in this process, on a database and a data folder of its own, with the demo's people. */
export interface RunningApp extends AsyncDisposable {
  readonly services: Services;
  readonly contexts: Contexts;
  readonly database: TestDatabase;
  /** `http://verwaltung.localhost:<port>` */
  readonly staff: string;
  readonly root: string;
  readonly person: (key: string) => DemoPerson;
  /** The current second factor of a demo person. */
  readonly codeOf: (key: string) => Promise<string>;
}

/** Starts the application as `npm start` composes it, without child processes. */
export async function runningApp(settings: Readonly<Record<string, string>> = {}): Promise<RunningApp> {
  const demo = await demoOfToday();
  const database = await testDatabase(demo.template);
  const folder = mkdtempSync(join(tmpdir(), 'leitwerk-app-'));
  cpSync(demo.folder, folder, { recursive: true });
  const port = await freePort();
  const services = servicesOn(database, folder, { PORT: String(port), ...settings });
  const contexts = wireContexts(services);
  const forms = {
    installationId: 'testtest',
    csrfKey: 'key of the test',
    uploadPlace: { folder: join(folder, 'uploads', 'incoming'), scanner: services.scanner },
  };
  const sites = buildSites(services, allDoors(services, contexts), {
    ...forms,
    version: 'test',
    identification: identification(services),
    auskunft: contexts.portal,
    metrics: createMetrics('test'),
    standardDoors: (clientAddressOf) => standardDoors(services, contexts, clientAddressOf),
    unread: (principal) => countUnread(contexts.discussion, principal),
  });
  const { hosts, logger } = services;
  const server = await listen(
    webApp({
      sites,
      portal: portalSites(services, { ...contexts, ...forms }),
      hosts,
      https: false,
      noindex: true,
      logger,
      observe: () => {},
      faultPage: faultPage(true),
    }),
    '127.0.0.1',
    port,
  );
  const person = (key: string) => {
    const found = demoPeopleOf(services).find((one) => one.key === key);
    if (!found) throw new Error(`There is no demo person ${key}.`);
    return found;
  };
  return {
    services,
    contexts,
    database,
    staff: hosts.originOf('staff'),
    root: hosts.originOf('root'),
    person,
    codeOf: (key) => currentCode(services, key),
    [Symbol.asyncDispose]: async () => {
      await server.close();
      await database[Symbol.asyncDispose]();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

interface Demo {
  readonly template: DatabaseTemplate;
  readonly folder: string;
}

let made: { readonly day: string; readonly demo: Promise<Demo> } | undefined;

/** The demo as its first start makes it: made once a process and day, and copied for each application. */
function demoOfToday(): Promise<Demo> {
  const day = clockFrom(() => new Date()).today();
  if (made?.day !== day) made = { day, demo: newDemo() };
  return made.demo;
}

async function newDemo(): Promise<Demo> {
  const database = await testDatabase();
  const folder = mkdtempSync(join(tmpdir(), 'leitwerk-demo-'));
  openDataFolder(folder);
  await loadReferenceData(database.db);
  await makeDemo(servicesOn(database, folder, {}));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  return { template: await database.asTemplate(), folder };
}

function servicesOn(
  { db }: TestDatabase,
  folder: string,
  settings: Readonly<Record<string, string>>,
): Services {
  const given = { LEITWERK_DATA: folder, LEITWERK_LOG_LEVEL: 'silent', ...settings };
  const config = readConfig(given, folder);
  if (!config.ok) throw new Error(config.refusal.message);
  return createServices(config.value, db, createLogger('silent', 'test'), 'testtest');
}

async function currentCode({ demo, clock, config }: Services, key: string): Promise<string> {
  const command = demoCommands({ demo, clock, folder: demoFolder(config.dataFolder) }).find(
    ({ name }) => name === 'demo code',
  );
  const principal = operatorPrincipal({ USER: 'test' });
  const result = await command?.run({ positionals: [key], values: {}, principal, say: () => {} });
  if (!result?.ok) throw new Error(`There is no code for ${key}.`);
  return result.value.text;
}
