import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';

const patienceMs = 10_000;

/**
 * Stops every process whose folder for temporary files is `folder`, databases in their orderly way; answers the
 * command lines of those that had not ended by themselves shortly before.
 */
export async function stopLeftovers(folder: string): Promise<readonly string[]> {
  await gone(folder, 1_000);
  const left = processesOf(folder);
  const lines = left.map(({ command }) => command);
  for (const { pid } of left) signal(pid, 'SIGINT');
  if (left.length > 0) await gone(folder, patienceMs);
  for (const { pid } of processesOf(folder)) signal(pid, 'SIGKILL');
  return lines;
}

async function gone(folder: string, withinMs: number): Promise<void> {
  for (const end = Date.now() + withinMs; Date.now() < end && processesOf(folder).length > 0; ) {
    await delay(50);
  }
}

interface Leftover {
  readonly pid: number;
  readonly command: string;
}

/** Known by what every child inherits; the children of a database server are the server's own affair. */
function processesOf(folder: string): readonly Leftover[] {
  return pids()
    .filter((pid) => read(pid, 'environ').includes(`TMPDIR=${folder}`))
    .map((pid) => ({ pid, command: read(pid, 'cmdline').slice(0, 4).join(' ') }))
    .filter(({ command }) => command !== '' && !command.startsWith('postgres: '));
}

function pids(): readonly number[] {
  try {
    return readdirSync('/proc')
      .map(Number)
      .filter((pid) => pid > 0 && pid !== process.pid);
  } catch {
    return [];
  }
}

/** The entries of a file of a process; nothing where it is gone or not ours. */
function read(pid: number, file: 'environ' | 'cmdline'): readonly string[] {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8').split('\0');
  } catch {
    return [];
  }
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch {
    // Gone already.
  }
}
