import type { ChildProcess } from 'node:child_process';
import { setTimeout as delay } from 'node:timers/promises';
import type { Logger } from '#platform';
import { childMessage } from './child-messages.ts';
import { endOf, forkChild } from './fork-child.ts';
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

function launch(options: ChildOptions): Launched {
  const child = forkChild(options.file, options.environment);
  child.on('message', (raw) => {
    const message = childMessage.parse(raw);
    if (message.kind === 'ready') options.onReady(message.address);
    else options.onGivenUp(message.message, message.exitCode);
  });
  return { child, ended: endOf(child) };
}

function hopelessSentence(name: string, how: string): string {
  return `Der Prozess „${name}“ ist fünfmal binnen zehn Sekunden geendet (${how}). Leitwerk hält an; Daten sind nicht verloren. Die Meldungen darüber nennen den Grund.`;
}
