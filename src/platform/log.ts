import { type Logger, pino } from 'pino';
import type { Config } from './config.ts';

export type { Logger };

/** Names whose values never reach a log line, whatever object they stand in. */
const secretPaths = [
  'password',
  'secret',
  'token',
  'cookie',
  'authorization',
  'email',
  'name',
  'link',
  'code',
];

/** A logger that writes JSON lines to standard error; personal data and secrets are redacted by name. */
export function createLogger(level: Config['logLevel'], process: string): Logger {
  const redact = secretPaths.flatMap((path) => [path, `*.${path}`, `*.*.${path}`]);
  return pino(
    { level, base: { process }, redact: { paths: redact, censor: '[entfernt]' } },
    pino.destination(2),
  );
}
