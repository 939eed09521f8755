import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { type DataFolder, installationSecret } from '../data-folder.ts';
import { type EmbeddedHome, prepareEmbeddedHome } from '../database/embedded-home.ts';
import { type EmbeddedServer, embeddedOwner, startEmbeddedServer } from '../database/embedded-server.ts';
import { runningPid } from '../database/postgres-process.ts';

/** The embedded PostgreSQL of a data folder and the address of our database in it. */
export interface EmbeddedDatabase {
  readonly home: EmbeddedHome;
  readonly server: EmbeddedServer;
  readonly ownerUrl: string;
}

const databaseName = 'leitwerk';
const ownerSecret = 'postgres-owner';

/** Starts or adopts the folder's PostgreSQL and makes our database. Call it inside the folder's mutex. */
export async function openEmbeddedDatabase(folder: DataFolder): Promise<EmbeddedDatabase> {
  const home = prepareEmbeddedHome(folder.root);
  const keyLost = isMade(home) && !existsSync(join(folder.keys, ownerSecret));
  const password = installationSecret(folder, ownerSecret);
  if (keyLost) await resetOwnerPassword(home, password);
  const server = await startPatiently(home, password);
  const ownerUrl = server.ownerUrl.replace('/postgres?', `/${databaseName}?`);
  await ensureDatabase(server.ownerUrl);
  return { home, server, ownerUrl };
}

/** After PostgreSQL was killed its last children take a moment to go; until then a new one cannot start. */
async function startPatiently(home: EmbeddedHome, password: string): Promise<EmbeddedServer> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await startEmbeddedServer(home, password);
    } catch (error) {
      if (attempt === 20 || !/shared memory|lock file|still in use/.test(String(error))) throw error;
      await delay(250);
    }
  }
}

async function ensureDatabase(adminUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [databaseName]);
    if (rowCount === 0) await client.query(`create database ${databaseName} owner ${embeddedOwner}`);
  } finally {
    await client.end();
  }
}

/** Gives the owner a new password in single-user mode: a restored cluster comes without the keys of its folder. */
async function resetOwnerPassword(home: EmbeddedHome, password: string): Promise<void> {
  const pid = runningPid(home);
  if (pid !== null) {
    throw new Error(
      `PostgreSQL läuft (Prozess ${pid}), aber sein Schlüssel ${ownerSecret} fehlt im Ordner keys. Bitte den Prozess beenden (kill -INT ${pid}) und neu starten.`,
    );
  }
  const user = home.user ? { uid: home.user.uid, gid: home.user.gid } : {};
  const done = spawnSync(
    join(home.binaries, 'bin', 'postgres'),
    ['--single', '-D', home.cluster, 'postgres'],
    {
      ...user,
      cwd: '/',
      input: `alter role ${embeddedOwner} password '${password}'\n`,
      encoding: 'utf8',
    },
  );
  if (done.status !== 0) {
    throw new Error(`Die Datenbank in ${home.cluster} ließ sich nicht öffnen: ${done.stderr.slice(-500)}`);
  }
}

function isMade(home: EmbeddedHome): boolean {
  return existsSync(join(home.cluster, 'PG_VERSION'));
}
