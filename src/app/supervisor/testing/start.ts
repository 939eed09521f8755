// Starts the supervisor with the small children of the tests. The first argument names the worker.
import { join } from 'node:path';
import { createLogger, readConfig } from '#platform';
import { supervise } from '../supervise.ts';

const config = readConfig(process.env, process.cwd());
if (!config.ok) throw new Error(config.refusal.message);
process.exitCode = await supervise({
  config: config.value,
  entries: {
    prepare: join(import.meta.dirname, process.argv[3] ?? 'prepare.ts'),
    web: join(import.meta.dirname, 'web.ts'),
    worker: join(import.meta.dirname, process.argv[2] ?? 'worker.ts'),
  },
  readyText: (address) => `ready at ${address} `,
  out: (text) => process.stdout.write(`${text}\n`),
  err: (text) => process.stderr.write(`${text}\n`),
  logger: createLogger(config.value.logLevel, 'supervisor'),
});
