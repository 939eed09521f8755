import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';

// What streams through a process, such as an upload of 200 MB, leaves garbage in the young generation until that is full. With
// V8's own size an upload added up to 190 MB. It costs pages some processor time: docs/adr/0013.
// What lives long may grow to 1 GB, twice what the largest process needs; with V8's own limit, which follows the machine's
// memory, it lets garbage grow to several times of what lives. Collecting more often than V8 does (after growth by a seventh)
// saved 20 MB of a web process with the figures open, and made pages beside imports wait six times as long in the middle.
export const nodeFlags = [
  '--disable-warning=ExperimentalWarning',
  '--require',
  fileURLToPath(new URL('../../platform/own-imports.ts', import.meta.url)),
  '--max-semi-space-size=4',
  '--max-old-space-size=1024',
];

// The C library gives large blocks back to the system when they are freed; left alone it learns to keep them, and a process
// that once read much stays large.
export const memoryEnvironment = {
  MALLOC_ARENA_MAX: '2',
  MALLOC_MMAP_THRESHOLD_: '131072',
  MALLOC_TRIM_THRESHOLD_: '131072',
} as const;

/** Starts a process of ours beside the supervisor, with a channel between them. */
export function forkChild(file: string, environment: NodeJS.ProcessEnv): ChildProcess {
  return fork(file, [], {
    env: { ...environment, ...memoryEnvironment },
    execArgv: nodeFlags,
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
}

/** How a child ended, once it has. */
export function endOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('exit', (code, signal) => resolve(signal ?? `exit code ${code}`));
  });
}
