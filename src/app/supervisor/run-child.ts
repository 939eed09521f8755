import type { Logger } from '#platform';
import { type ChildMessage, type PreparationMessage, supervisorMessage } from './child-messages.ts';
import { type Handover, readHandover } from './handover.ts';

/** A child that has started: where it answers (web only) and how it ends in order. */
export interface StartedChild {
  readonly address: string | null;
  /** Takes no new work, finishes what is in hand, closes its connections. */
  readonly stop: () => Promise<void>;
}

const orphanGraceMs = 5_000;

/**
 * Runs the body of a child process: starts it with what the supervisor handed over, says when it is ready, and ends it
 * when the supervisor says so, when SIGTERM comes, or when the supervisor is gone. Ctrl-C is the supervisor's affair.
 */
export async function runChild(
  start: (handover: Handover) => Promise<StartedChild>,
  logger: Logger,
): Promise<void> {
  const stopping = Promise.withResolvers<void>();
  process.on('SIGINT', () => {});
  process.on('SIGTERM', () => stopping.resolve());
  process.on('message', (raw) => {
    if (supervisorMessage.safeParse(raw).success) stopping.resolve();
  });
  process.once('disconnect', () => {
    setTimeout(() => process.exit(70), orphanGraceMs).unref();
    stopping.resolve();
  });
  for (const event of ['uncaughtException', 'unhandledRejection'] as const) {
    process.on(event, (error: unknown) => {
      logger.fatal({ err: error }, event);
      process.exit(70);
    });
  }
  const handover = readHandover(process.env);
  try {
    const child = await start(handover);
    tell({ kind: 'ready', address: child.address });
    await stopping.promise;
    await child.stop();
    process.exit(0);
  } catch (error) {
    const message = refusalOf(error, handover);
    logger.fatal({ err: error }, 'child process failed');
    if (message) tell({ kind: 'refused', message, exitCode: 69 }, () => process.exit(69));
    else process.exit(70);
  }
}

/**
 * Runs the body of the process that prepares the installation before the others start, and ends it: what a first start needs
 * in memory is given back. It ends at once where the supervisor is gone; what it does can be broken off anywhere.
 */
export async function runPreparation(
  work: (handover: Handover) => Promise<string>,
  logger: Logger,
): Promise<void> {
  process.on('SIGINT', () => {});
  process.once('disconnect', () => process.exit(70));
  const tell = (message: PreparationMessage, exitCode: number) =>
    process.send?.(message, undefined, undefined, () => process.exit(exitCode));
  try {
    tell({ kind: 'prepared', text: await work(readHandover(process.env)) }, 0);
  } catch (error) {
    logger.fatal({ err: error }, 'preparation failed');
    const message = error instanceof Error ? error.message : String(error);
    tell({ kind: 'refused', message, exitCode: 70 }, 70);
  }
}

function tell(message: ChildMessage, then: () => void = () => {}): void {
  if (process.connected) process.send?.(message, undefined, undefined, then);
  else then();
}

/** Faults that starting again would not mend. */
function refusalOf(error: unknown, { config }: Handover): string | null {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  const place = `${config.host}:${config.port}`;
  if (code === 'EADDRINUSE') {
    return `Unter ${place} antwortet schon ein anderes Programm. Bitte PORT auf eine freie Zahl setzen, zum Beispiel PORT=8081, oder das andere Programm beenden.`;
  }
  if (code === 'EACCES')
    return `Leitwerk darf ${place} nicht öffnen. Bitte PORT auf eine Zahl über 1023 setzen.`;
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
    return `Die Adresse ${config.host} gehört nicht zu dieser Maschine. Bitte LEITWERK_HOST berichtigen.`;
  return null;
}
