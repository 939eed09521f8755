import { statfsSync } from 'node:fs';
import { freemem, tmpdir } from 'node:os';

const memory = '/dev/shm';
const roomNeeded = 6e9;
const memoryLeft = 4e9;

/**
 * Where tests keep their files: in memory where there is plenty of it. Dozens of servers that write side by side wait for
 * one disk; what a killed process had written is as safe in memory, and no test pulls the plug.
 */
export function placeForTests(): string {
  try {
    const { bavail, bsize } = statfsSync(memory);
    return bavail * bsize >= roomNeeded && freemem() >= roomNeeded + memoryLeft ? memory : tmpdir();
  } catch {
    return tmpdir();
  }
}
