import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { isRunning, type ProcessIdentity, processIdentity } from './process-identity.ts';

/** The server of a data folder: who it is and where it answers. */
export interface ServerLock extends ProcessIdentity {
  readonly address: string;
  /** Folder of PostgreSQL's socket; `null` where the database is external. */
  readonly socketFolder: string | null;
  readonly since: string;
}

const shape = processIdentity.extend({
  address: z.string(),
  socketFolder: z.string().nullable(),
  since: z.string(),
});

/** The running server of this folder; a lock that a killed server left behind counts as none. */
export function runningServer(runFolder: string): ServerLock | null {
  const lock = readLock(runFolder);
  return lock && isRunning(lock) ? lock : null;
}

/** Writes the lock; call it inside the folder's mutex. */
export function writeServerLock(runFolder: string, lock: ServerLock): void {
  const draft = join(runFolder, `server.${process.pid}.new`);
  writeFileSync(draft, `${JSON.stringify(lock)}\n`, { mode: 0o600 });
  renameSync(draft, fileOf(runFolder));
}

/** Takes the lock away. */
export function removeServerLock(runFolder: string): void {
  rmSync(fileOf(runFolder), { force: true });
}

function readLock(runFolder: string): ServerLock | null {
  try {
    return shape.parse(JSON.parse(readFileSync(fileOf(runFolder), 'utf8')));
  } catch {
    // Missing, or half written by a full disk: no server is behind it either way.
    return null;
  }
}

function fileOf(runFolder: string): string {
  return join(runFolder, 'server.json');
}
