import { type DestinationStream, type Logger, pino } from 'pino';
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
export function createLogger(
  level: Config['logLevel'],
  process: string,
  to: DestinationStream = pino.destination(2),
): Logger {
  const redact = secretPaths.flatMap((path) => [path, `*.${path}`, `*.*.${path}`]);
  return pino(
    {
      level,
      base: { process },
      redact: { paths: redact, censor: '[entfernt]' },
      serializers: { err: told },
    },
    to,
  );
}

/**
 * What a log line tells of an error: never what it carries along. A lost connection carries the query that ran, with its
 * values, and PostgreSQL's detail quotes the row.
 */
function told(error: unknown): object {
  if (!(error instanceof Error)) return { message: String(error) };
  const kind = 'code' in error && typeof error.code === 'string' ? error.code : undefined;
  const cause = error.cause === undefined ? undefined : told(error.cause);
  return { type: error.name, message: error.message, kind, stack: error.stack, cause };
}
