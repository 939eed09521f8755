import { randomBytes } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isRunning, type ProcessIdentity, processIdentity } from './process-identity.ts';

// Who uses the embedded PostgreSQL right now, one file each. All calls happen inside the folder's mutex.

/** Enters this process as a user; returns the name of its entry. */
export function enterUser(runFolder: string, identity: ProcessIdentity): string {
  mkdirSync(folderOf(runFolder), { recursive: true, mode: 0o700 });
  const name = `${identity.pid}-${randomBytes(4).toString('hex')}.json`;
  writeFileSync(join(folderOf(runFolder), name), JSON.stringify(identity), { mode: 0o600 });
  return name;
}

/** Removes the entry and those of dead processes; returns how many users remain. */
export function leaveUser(runFolder: string, entry: string): number {
  const folder = folderOf(runFolder);
  rmSync(join(folder, entry), { force: true });
  let left = 0;
  for (const name of readdirSync(folder)) {
    if (isLive(join(folder, name))) left += 1;
    else rmSync(join(folder, name), { force: true });
  }
  return left;
}

function isLive(file: string): boolean {
  try {
    return isRunning(processIdentity.parse(JSON.parse(readFileSync(file, 'utf8'))));
  } catch {
    return false;
  }
}

function folderOf(runFolder: string): string {
  return join(runFolder, 'users');
}
