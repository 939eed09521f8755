import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { EmbeddedHome } from './embedded-home.ts';

/** The pid that the cluster's lock file names, if that process lives. */
export function runningPid(home: EmbeddedHome): number | null {
  const file = join(home.cluster, 'postmaster.pid');
  if (!existsSync(file)) return null;
  const pid = Number(readFileSync(file, 'utf8').split('\n')[0]);
  return Number.isInteger(pid) && pid > 0 && isAlive(pid) && isPostgres(pid, home) ? pid : null;
}

/** Whether that process serves this very cluster: after a reboot its number may belong to anything. */
function isPostgres(pid: number, home: EmbeddedHome): boolean {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').includes(home.cluster);
  } catch {
    return false;
  }
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

export async function goneOf(pid: number): Promise<void> {
  // Without holding the process: a command that shares the server ends when its work is done.
  while (isAlive(pid)) await delay(200, undefined, { ref: false });
}

export function isZombie(pid: number): boolean {
  try {
    return /\) Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return true;
  }
}

export function startFailure(home: EmbeddedHome): string {
  const lines = existsSync(home.logFile)
    ? readFileSync(home.logFile, 'utf8').trim().split('\n').slice(-5)
    : [];
  return `PostgreSQL ist nicht gestartet. Die letzten Zeilen aus ${home.logFile}: ${lines.join(' | ')}`;
}
