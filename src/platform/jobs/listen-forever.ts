import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import type { Logger } from '../log.ts';

interface ListenOptions {
  readonly url: string;
  readonly channel: string;
  readonly logger: Logger;
  /** Runs on every new connection, before the first news. */
  readonly onConnect: (client: pg.ClientBase) => Promise<void>;
  /** Runs at every notification, at every connection, and every few seconds in case one was missed. */
  readonly onNews: () => Promise<void>;
}

export interface Listener {
  /** Resolves with the first connection. */
  readonly ready: Promise<void>;
  /** Uses the listening connection, if there is one right now. */
  readonly withClient: (fn: (client: pg.ClientBase) => Promise<void>) => Promise<void>;
  readonly stop: () => Promise<void>;
}

const pollMs = 5_000;
const reconnectMs = 300;

/** Listens on a connection of its own, and connects again whenever PostgreSQL went away. */
export function listenForever(options: ListenOptions): Listener {
  const ending = new AbortController();
  const first = Promise.withResolvers<void>();
  let current: pg.Client | null = null;
  const look = coalesce(() => options.onNews(), options.logger);

  async function connectOnce(): Promise<void> {
    const client = new pg.Client({ connectionString: options.url, connectionTimeoutMillis: 5_000 });
    const lost = new Promise<void>((resolve) => {
      client.once('end', resolve);
      client.once('error', () => resolve());
      ending.signal.addEventListener('abort', () => resolve(), { once: true });
    });
    client.on('error', () => {});
    client.on('notification', look.now);
    const poll = setInterval(look.now, pollMs);
    try {
      await client.connect();
      await options.onConnect(client);
      await client.query(`listen ${options.channel}`);
      current = client;
      first.resolve();
      look.now();
      await lost;
    } finally {
      current = null;
      clearInterval(poll);
      await client.end().catch(() => {});
    }
  }

  const loop = (async () => {
    while (!ending.signal.aborted) {
      await connectOnce().catch((error: unknown) =>
        options.logger.warn({ err: error }, 'listening connection lost'),
      );
      if (!ending.signal.aborted) await delay(reconnectMs);
    }
  })();

  return {
    ready: first.promise,
    withClient: async (fn) => {
      if (current) await fn(current);
    },
    stop: async () => {
      ending.abort();
      await loop;
      await look.idle();
    },
  };
}

/** Runs `work` once more when it was asked for during a run, however often. */
function coalesce(work: () => Promise<void>, logger: Logger) {
  let running: Promise<void> | null = null;
  let again = false;
  const turn = async () => {
    do {
      again = false;
      await work().catch((error: unknown) => logger.warn({ err: error }, 'relay failed, will try again'));
    } while (again);
    running = null;
  };
  return {
    now: () => {
      again = true;
      running ??= turn();
    },
    idle: async () => {
      await running;
    },
  };
}
