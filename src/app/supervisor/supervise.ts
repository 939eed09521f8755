import { type Config, type Instance, type Logger, openInstance } from '#platform';
import { handoverEnvironment } from './handover.ts';
import { type KeptChild, keepChild } from './keep-child.ts';
import { keepDatabase } from './keep-database.ts';
import { startPreparation } from './start-preparation.ts';

/** What the supervisor runs and to whom it talks. */
export interface SupervisorOptions {
  readonly config: Config;
  /** The modules of the child processes. The first runs and ends before the others start: reference data, the demo. */
  readonly entries: { readonly prepare: string; readonly web: string; readonly worker: string };
  /** The one text that says where the program answers; `prepared` is what the preparation had to say. */
  readonly readyText: (address: string, prepared: string) => string;
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  readonly logger: Logger;
}

interface Ending {
  readonly exitCode: number;
  readonly message: string | null;
}

const childGraceMs = 8_000;

/** Runs the installation until it is told to stop; returns the exit code. */
export async function supervise(options: SupervisorOptions): Promise<number> {
  const ending = Promise.withResolvers<Ending>();
  const onSignal = () => ending.resolve({ exitCode: 0, message: null });
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, onSignal);
  try {
    const opened = await openInstance(options.config, { role: 'server' });
    if (!opened.ok) {
      options.err(opened.refusal.message);
      return 69;
    }
    return await run(opened.value, options, ending);
  } finally {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.off(signal, onSignal);
  }
}

async function run(
  instance: Instance,
  options: SupervisorOptions,
  ending: PromiseWithResolvers<Ending>,
): Promise<number> {
  const giveUp = (message: string, exitCode: number) => ending.resolve({ exitCode, message });
  const unwatch = keepDatabase({ instance, logger: options.logger, onGivenUp: giveUp });
  const children: KeptChild[] = [];
  const environment = handoverEnvironment(options.config, instance);
  const preparation = startPreparation(options.entries.prepare, environment);
  try {
    const first = await Promise.race([preparation.done, ending.promise.then(() => null)]);
    if (first?.ok) children.push(...startChildren(instance, options, { environment, ...first, giveUp }));
    else if (first) giveUp(first.message, first.exitCode);
    const { exitCode, message } = await ending.promise;
    if (message) options.err(message);
    return exitCode;
  } finally {
    await Promise.all([preparation.stop(), ...children.map((child) => child.stop(childGraceMs))]);
    unwatch();
    await instance.release();
  }
}

interface Ground {
  readonly environment: NodeJS.ProcessEnv;
  readonly text: string;
  readonly giveUp: (message: string, exitCode: number) => void;
}

function startChildren(
  instance: Instance,
  options: SupervisorOptions,
  { environment, text, giveUp: onGivenUp }: Ground,
): readonly KeptChild[] {
  let told = false;
  const tell = async (address: string) => {
    await instance.announce(address);
    if (told) return;
    told = true;
    options.out(options.readyText(address, text));
  };
  const keep = (name: 'web' | 'worker') =>
    keepChild({
      name,
      file: options.entries[name],
      environment,
      logger: options.logger,
      onGivenUp,
      onReady: (address) => {
        if (address !== null) {
          tell(address).catch((error: unknown) => options.logger.error({ err: error }, 'ready line failed'));
        }
      },
    });
  return [keep('web'), keep('worker')];
}
