import { readFileSync } from 'node:fs';
import { z } from 'zod';

/** A process, told apart from a later one that was given the same number. */
export interface ProcessIdentity {
  readonly pid: number;
  /** Boot id and start time in clock ticks; empty where the operating system does not tell. */
  readonly start: string;
}

export const processIdentity = z.object({ pid: z.number().int().positive(), start: z.string() });

/** This process. */
export function ownIdentity(): ProcessIdentity {
  return { pid: process.pid, start: startOf(process.pid) ?? '' };
}

/** Whether exactly this process still runs; one that waits to be reaped does not. */
export function isRunning(identity: ProcessIdentity): boolean {
  if (process.platform !== 'linux') return answersSignal(identity.pid);
  return startOf(identity.pid) === identity.start;
}

function startOf(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The second field is the program's name in brackets and may hold blanks and brackets itself.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    if (fields[0] === 'Z' || fields[0] === 'X') return null;
    return `${bootId()}:${fields[19]}`;
  } catch {
    return null;
  }
}

function bootId(): string {
  return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
}

function answersSignal(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
