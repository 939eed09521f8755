import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import type { Logger } from '../log.ts';

/** Whether an error says that PostgreSQL is away for now: killed, starting, not to be reached. */
export function isDatabaseGone(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = 'code' in error ? String(error.code) : '';
  if (error instanceof pg.DatabaseError) return /^(57P|08|53)/.test(code);
  return /ECONNREFUSED|ENOENT|ECONNRESET|Connection terminated|not queryable|timeout exceeded|EPIPE/.test(
    `${error.message} ${code}`,
  );
}

const tryAgainMs = 200;

/**
 * Waits until PostgreSQL answers. A process that starts while it recovers must not end for that: five ends in a row are
 * hopeless to the supervisor. Throws what waiting would not mend.
 */
export async function waitForDatabase(url: string, logger: Logger): Promise<void> {
  for (let tries = 0; ; tries += 1) {
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
    client.on('error', () => {});
    try {
      await client.connect();
      return;
    } catch (error) {
      if (!isDatabaseGone(error)) throw error;
      if (tries === 0) logger.warn({ err: error }, 'waiting for the database');
    } finally {
      await client.end().catch(() => {});
    }
    await delay(tryAgainMs);
  }
}
