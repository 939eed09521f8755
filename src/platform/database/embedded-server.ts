import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import {
  chownSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import type { EmbeddedHome } from './embedded-home.ts';
import { goneOf, isAlive, isZombie, runningPid, startFailure } from './postgres-process.ts';

/** A running embedded PostgreSQL, started by us or found running after an earlier process was killed. */
export interface EmbeddedServer {
  readonly ownerUrl: string;
  readonly pid: number;
  readonly adopted: boolean;
  /** Resolves when the server process is gone, whoever ended it. */
  readonly gone: Promise<void>;
  readonly stop: () => Promise<void>;
}

/** The superuser of the embedded cluster: it owns the database and runs the migrations. */
export const embeddedOwner = 'leitwerk';

const startTimeoutMs = 60_000;

/** Settings of the embedded server; tests trade durability for speed with `durable: false`. */
export interface EmbeddedOptions {
  readonly durable?: boolean;
}

/** Starts the cluster in `home` (made at the first call), or adopts the one that already runs there. */
export async function startEmbeddedServer(
  home: EmbeddedHome,
  password: string,
  options: EmbeddedOptions = {},
): Promise<EmbeddedServer> {
  const ownerUrl = urlOf(home, password);
  const running = runningPid(home);
  if (running !== null && (await answers(ownerUrl, startTimeoutMs, () => isAlive(running)))) {
    return { ownerUrl, pid: running, adopted: true, gone: goneOf(running), stop: () => stop(running) };
  }
  initialise(home, password);
  const child = launch(home, options);
  const pid = child.pid;
  if (pid === undefined) throw new Error(`PostgreSQL ließ sich nicht starten: ${home.binaries}/bin/postgres`);
  let ended = false;
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve())).then(() => {
    ended = true;
  });
  if (!(await answers(ownerUrl, startTimeoutMs, () => !ended))) throw new Error(startFailure(home));
  return { ownerUrl, pid, adopted: false, gone, stop: () => stop(pid) };
}

function urlOf(home: EmbeddedHome, password: string): string {
  const socket = encodeURIComponent(home.socketFolder);
  return `postgres://${embeddedOwner}:${encodeURIComponent(password)}@/postgres?host=${socket}&port=5432`;
}

function initialise(home: EmbeddedHome, password: string): void {
  if (existsSync(join(home.cluster, 'PG_VERSION'))) return;
  const draft = `${home.cluster}.new-${process.pid}`;
  const passwordFile = join(home.socketFolder, 'pwfile');
  writeFileSync(passwordFile, password, { mode: 0o600 });
  removeDrafts(home);
  emptyFolder(draft, home);
  if (home.user) chownSync(passwordFile, home.user.uid, home.user.gid);
  const args = ['-D', draft, '-U', embeddedOwner, '-E', 'UTF8', '--no-instructions'];
  args.push('--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C');
  args.push('--auth=scram-sha-256', `--pwfile=${passwordFile}`);
  const made = spawnSync(join(home.binaries, 'bin', 'initdb'), args, { ...asUser(home), encoding: 'utf8' });
  rmSync(passwordFile, { force: true });
  if (made.status !== 0) {
    rmSync(draft, { recursive: true, force: true });
    throw new Error(
      `Die Datenbank ließ sich nicht anlegen in ${home.cluster}: ${made.stderr || made.error?.message}`,
    );
  }
  // A cluster stands under its name only when it is whole, so a start that was killed half way is no harm.
  renameSync(draft, home.cluster);
}

/** Drafts of killed starts go; where an orphaned initdb still writes, the next start tries again. */
function removeDrafts(home: EmbeddedHome): void {
  const base = dirname(home.cluster);
  const drafts = readdirSync(base).filter((name) => name.startsWith(`${basename(home.cluster)}.new-`));
  for (const name of drafts) {
    try {
      rmSync(join(base, name), { recursive: true, force: true });
    } catch {}
  }
}

function emptyFolder(folder: string, home: EmbeddedHome): void {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { mode: 0o700 });
  if (home.user) chownSync(folder, home.user.uid, home.user.gid);
}

function launch(home: EmbeddedHome, options: EmbeddedOptions): ChildProcess {
  const settings = [
    `unix_socket_directories=${home.socketFolder}`,
    'listen_addresses=',
    'max_connections=100',
    'shared_buffers=128MB',
    'max_wal_size=1GB',
    'wal_level=replica',
    'log_timezone=UTC',
    'timezone=UTC',
    ...(options.durable === false ? ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off'] : []),
  ];
  const log = openSync(home.logFile, 'a', 0o600);
  const args = ['-D', home.cluster, ...settings.flatMap((setting) => ['-c', setting])];
  // Detached, so that Ctrl-C in a terminal reaches the supervisor alone and it can stop things in order.
  const child = spawn(join(home.binaries, 'bin', 'postgres'), args, {
    ...asUser(home),
    detached: true,
    stdio: ['ignore', log, log],
  });
  child.on('error', () => {});
  child.unref();
  return child;
}

function asUser(home: EmbeddedHome): { uid?: number; gid?: number; cwd: string } {
  return home.user ? { uid: home.user.uid, gid: home.user.gid, cwd: '/' } : { cwd: '/' };
}

async function answers(url: string, timeoutMs: number, alive: () => boolean): Promise<boolean> {
  for (const end = Date.now() + timeoutMs; Date.now() < end && alive(); await delay(30)) {
    const client = new pg.Client({ connectionString: url });
    client.on('error', () => {});
    try {
      await client.connect();
      return true;
    } catch {
      // Not ready yet, or gone: the loop's condition decides which.
    } finally {
      await client.end().catch(() => {});
    }
  }
  return false;
}

/** Stops whatever server runs in `home`, whoever started it. */
export async function stopEmbeddedServer(home: EmbeddedHome): Promise<void> {
  const pid = runningPid(home);
  if (pid !== null) await stop(pid);
}

/** A fast shutdown: open transactions roll back, everything acknowledged is on disk. */
async function stop(pid: number): Promise<void> {
  if (!isAlive(pid)) return;
  process.kill(pid, 'SIGINT');
  for (const end = Date.now() + 30_000; Date.now() < end; await delay(20)) {
    if (!isAlive(pid) || isZombie(pid)) return;
  }
  process.kill(pid, 'SIGQUIT');
}
