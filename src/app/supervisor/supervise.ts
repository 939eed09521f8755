import { type Config, type Instance, type Logger, openInstance } from '#platform';
import { handoverEnvironment } from './handover.ts';
import { type KeptChild, keepChild } from './keep-child.ts';
import { keepDatabase } from './keep-database.ts';

/** What the supervisor runs and to whom it talks. */
export interface SupervisorOptions {
  readonly config: Config;
  /** The modules of the two child processes. */
  readonly entries: { readonly web: string; readonly worker: string };
  /** Runs before the children start: loads reference data, makes the demo. */
  readonly prepare: (instance: Instance) => Promise<void>;
  /** The one text that says where the program answers. */
  readonly readyText: (address: string, instance: Instance) => string | Promise<string>;
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
  try {
    const prepared = options.prepare(instance).then(() => null);
    const early = await Promise.race([prepared, ending.promise]);
    if (early === null) children.push(...startChildren(instance, options, giveUp));
    const { exitCode, message } = await ending.promise;
    if (message) options.err(message);
    return exitCode;
  } finally {
    await Promise.all(children.map((child) => child.stop(childGraceMs)));
    unwatch();
    await instance.release();
  }
}

function startChildren(
  instance: Instance,
  options: SupervisorOptions,
  onGivenUp: (message: string, exitCode: number) => void,
): readonly KeptChild[] {
  const environment = handoverEnvironment(options.config, instance);
  let told = false;
  const tell = async (address: string) => {
    await instance.announce(address);
    if (told) return;
    told = true;
    options.out(await options.readyText(address, instance));
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
