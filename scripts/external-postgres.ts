import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { unprivilegedUser } from '../src/platform/database/system-user.ts';
import { placeForTests } from './test-place.ts';

/** A throw-away cluster of the machine's own PostgreSQL, for running the suite on a server that is not ours. */
export interface ExternalPostgres {
  readonly url: string;
  readonly stop: () => Promise<void>;
}

const installed = '/usr/lib/postgresql';

/** Starts Debian's PostgreSQL (the newest installed), or answers `null` where there is none. */
export async function startExternalPostgres(): Promise<ExternalPostgres | null> {
  const version = existsSync(installed)
    ? readdirSync(installed).sort((a, b) => Number(b) - Number(a))[0]
    : undefined;
  if (!version) return null;
  const bin = join(installed, version, 'bin');
  const user = process.getuid?.() === 0 ? unprivilegedUser() : null;
  const identity = user ? { uid: user.uid, gid: user.gid } : {};
  const folder = mkdtempSync(join(placeForTests(), 'leitwerk-pg-'));
  chmodSync(folder, 0o755);
  for (const inner of ['data', 'socket']) {
    mkdirSync(join(folder, inner), { mode: 0o700 });
    if (user) chownSync(join(folder, inner), user.uid, user.gid);
  }
  const data = join(folder, 'data');
  const made = spawnSync(
    join(bin, 'initdb'),
    ['-D', data, '-U', 'owner', '-E', 'UTF8', '--locale=C.UTF-8', '--auth=trust', '--no-sync'],
    { ...identity, cwd: '/' },
  );
  if (made.status !== 0) throw new Error(`initdb: ${made.stderr}`);
  const settings = [
    `unix_socket_directories=${join(folder, 'socket')}`,
    'listen_addresses=',
    'fsync=off',
    'max_connections=200',
  ];
  const server = spawn(
    join(bin, 'postgres'),
    ['-D', data, ...settings.flatMap((setting) => ['-c', setting])],
    { ...identity, cwd: '/', stdio: 'ignore' },
  );
  const gone = new Promise<void>((resolve) => server.once('exit', () => resolve()));
  while (!existsSync(join(folder, 'socket', '.s.PGSQL.5432'))) await delay(50);
  await delay(200);
  const stop = async () => {
    server.kill('SIGINT');
    await gone;
    rmSync(folder, { recursive: true, force: true });
  };
  return { url: `postgres://owner@/postgres?host=${encodeURIComponent(join(folder, 'socket'))}`, stop };
}
