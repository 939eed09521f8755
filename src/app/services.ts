import { type Clock, clockFrom } from '#kernel';
import {
  type Config,
  clamdScanner,
  createMailer,
  type Database,
  type Hosts,
  hostsOf,
  installationSecret,
  type KeyRing,
  type Logger,
  type Mailer,
  openDataFolder,
  openKeyRing,
  type Scanner,
} from '#platform';
import { openWorlds, type Worlds } from './worlds.ts';

/** What all doors of one process share. */
export interface Services {
  readonly config: Config;
  readonly demo: boolean;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly db: Database;
  readonly keys: KeyRing;
  readonly hosts: Hosts;
  readonly mailer: Mailer;
  readonly worlds: Worlds;
  /** Looks into files for malware; `null` where none is configured. */
  readonly scanner: Scanner | null;
  /** `__Host-lw-<installation>-<name>`: cookies ignore ports, so each installation has names of its own. */
  readonly cookieName: (name: string) => string;
}

/** Wires the services of one process around its database. */
export function createServices(
  config: Config,
  db: Database,
  logger: Logger,
  installationId: string,
): Services {
  return {
    config,
    demo: config.mode === 'demo',
    clock: clockFrom(() => new Date()),
    logger,
    db,
    keys: lazyKeyRing(() => installationKeys(config.dataFolder)),
    hosts: hostsOf(config.publicUrl),
    mailer: createMailer(config),
    worlds: openWorlds(db),
    scanner: config.clamd && clamdScanner(config.clamd),
    cookieName: (name) => `__Host-lw-${installationId.slice(0, 8)}-${name}`,
  };
}

/** The key ring of a data folder. */
export function installationKeys(dataFolder: string): KeyRing {
  return openKeyRing(installationSecret(openDataFolder(dataFolder), 'master.key'));
}

/** A key ring that reads its file when first used, so that `help` makes no data folder. */
function lazyKeyRing(open: () => KeyRing): KeyRing {
  let ring: KeyRing | undefined;
  const opened = () => {
    ring ??= open();
    return ring;
  };
  return {
    dataKeyOf: (tx, tenant) => opened().dataKeyOf(tx, tenant),
    blindIndex: (purpose, text) => opened().blindIndex(purpose, text),
  };
}
