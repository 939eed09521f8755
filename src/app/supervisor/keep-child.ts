import { type ChildProcess, fork } from 'node:child_process';
import { setTimeout as delay } from 'node:timers/promises';
import type { Logger } from '#platform';
import { childMessage } from './child-messages.ts';
import { restartPolicy } from './restart-policy.ts';

interface ChildOptions {
  readonly name: string;
  readonly file: string;
  readonly environment: NodeJS.ProcessEnv;
  readonly logger: Logger;
  readonly onReady: (address: string | null) => void;
  /** The child cannot be kept alive: the sentence for the person and the exit code of the whole. */
  readonly onGivenUp: (message: string, exitCode: number) => void;
}

export interface KeptChild {
  readonly pid: () => number | undefined;
  /** Asks the child to finish what it has in hand; ends it by force when `graceMs` are over. */
  readonly stop: (graceMs: number) => Promise<void>;
}

/** Starts a child process and starts it again whenever it dies. */
export function keepChild(options: ChildOptions): KeptChild {
  const policy = restartPolicy();
  let stopping = false;
  let current = launch(options);
  const loop = (async () => {
    for (;;) {
      const how = await current.ended;
      if (stopping) return;
      const { hopeless, waitMs } = policy.died(Date.now());
      options.logger.error({ child: options.name, how }, 'child process ended');
      if (hopeless) return options.onGivenUp(hopelessSentence(options.name, how), 70);
      await delay(waitMs);
      if (stopping) return;
      current = launch(options);
    }
  })();
  return {
    pid: () => current.child.pid,
    stop: async (graceMs) => {
      stopping = true;
      const force = setTimeout(() => current.child.kill('SIGKILL'), graceMs);
      if (current.child.connected) current.child.send({ kind: 'stop' }, () => {});
      await loop;
      clearTimeout(force);
    },
  };
}

interface Launched {
  readonly child: ChildProcess;
  readonly ended: Promise<string>;
}

// What streams through a process, such as an upload of 200 MB, leaves garbage in the young generation until that is full. With
// V8's own size an upload added up to 190 MB. It costs pages some processor time: docs/adr/0013.
// What lives long may grow to 1 GB, twice what the largest process needs; with V8's own limit, which follows the machine's
// memory, it lets garbage grow to several times of what lives.
export const nodeFlags = [
  '--disable-warning=ExperimentalWarning',
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

function launch(options: ChildOptions): Launched {
  const child = fork(options.file, [], {
    env: { ...options.environment, ...memoryEnvironment },
    execArgv: nodeFlags,
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  child.on('message', (raw) => {
    const message = childMessage.parse(raw);
    if (message.kind === 'ready') options.onReady(message.address);
    else options.onGivenUp(message.message, message.exitCode);
  });
  const ended = new Promise<string>((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('exit', (code, signal) => resolve(signal ?? `exit code ${code}`));
  });
  return { child, ended };
}

function hopelessSentence(name: string, how: string): string {
  return `Der Prozess „${name}“ ist fünfmal binnen zehn Sekunden geendet (${how}). Leitwerk hält an; Daten sind nicht verloren. Die Meldungen darüber nennen den Grund.`;
}
