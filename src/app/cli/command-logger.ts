import { type Config, createLogger, type Logger } from '#platform';

/** What a command logs: what a server says by the way is none of its reader's business. */
export function commandLogger({ logLevel }: Config): Logger {
  return createLogger(logLevel === 'info' ? 'warn' : logLevel, 'cli');
}
