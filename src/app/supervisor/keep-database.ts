import { setTimeout as delay } from 'node:timers/promises';
import type { Instance, Logger } from '#platform';
import { restartPolicy } from './restart-policy.ts';

interface DatabaseOptions {
  readonly instance: Instance;
  readonly logger: Logger;
  readonly onGivenUp: (message: string, exitCode: number) => void;
}

/** Starts the embedded PostgreSQL again when somebody killed it; returns how to stop watching. */
export function keepDatabase(options: DatabaseOptions): () => void {
  let watching = true;
  void watch(options, () => watching);
  return () => {
    watching = false;
  };
}

async function watch(
  { instance, logger, onGivenUp }: DatabaseOptions,
  watching: () => boolean,
): Promise<void> {
  const policy = restartPolicy();
  let embedded = instance.embedded;
  while (embedded) {
    await embedded.server.gone;
    if (!watching()) return;
    const { hopeless, waitMs } = policy.died(Date.now());
    logger.error('PostgreSQL ended, starting it again');
    if (hopeless) return onGivenUp(hopelessSentence(embedded.home.logFile), 70);
    try {
      embedded = await instance.reviveDatabase();
      logger.warn('PostgreSQL runs again');
    } catch (error) {
      logger.error({ err: error }, 'PostgreSQL did not start');
      await delay(waitMs);
    }
  }
}

function hopelessSentence(logFile: string): string {
  return `PostgreSQL ist fünfmal binnen zehn Sekunden geendet. Leitwerk hält an; bestätigte Daten sind nicht verloren. Den Grund nennt ${logFile}; oft ist der Datenträger voll.`;
}
