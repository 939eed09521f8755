import type { TaskList } from 'graphile-worker';
import type pg from 'pg';
import { z } from 'zod';
import { createPool } from '../database/open-database.ts';
import { parseTenantId, type TenantId } from '../database/tx.ts';
import type { Logger } from '../log.ts';
import { listenForever } from './listen-forever.ts';
import { type MaintenanceTask, runDueMaintenance } from './maintenance.ts';
import { type QueueRunner, runQueue } from './queue-runner.ts';
import { forgetEvent, markEventFailed, readEvent, relayOutbox, sweepUnheard } from './relay-outbox.ts';
import { failInterruptedVorgaenge } from './sweep-vorgaenge.ts';
import { createWorkerLease, type WorkerLease } from './worker-lease.ts';

/** What a handler is told beside the payload. The event may come twice: handle it idempotently by `eventId`. */
export interface EventContext {
  readonly eventId: number;
  readonly tenant: TenantId | null;
  readonly attempt: number;
  readonly lastAttempt: boolean;
}

export type EventHandler = (payload: unknown, context: EventContext) => Promise<void>;
export type EventHandlers = Readonly<Record<string, EventHandler>>;

export interface WorkerOptions {
  readonly relayUrl: string;
  readonly handlers: EventHandlers;
  readonly maintenance?: readonly MaintenanceTask[];
  readonly logger: Logger;
  readonly concurrency?: number;
  /** Told after each job, for the metrics. */
  readonly onJob?: (event: string, outcome: 'done' | 'failed', seconds: number) => void;
}

export interface RunningWorker {
  /** Finishes the jobs in hand and returns. */
  readonly stop: () => Promise<void>;
}

const minute = 60_000;

/** Runs the jobs of this installation until it is stopped. */
export async function runWorker(options: WorkerOptions): Promise<RunningWorker> {
  const { logger } = options;
  const concurrency = options.concurrency ?? 4;
  const onError = (error: Error) => logger.warn({ err: error }, 'database connection lost');
  // What the queue notes of an event may be lost with a crash: the event waits then, and its handler may be called twice.
  const pool = createPool(options.relayUrl, { max: concurrency + 4, onError, repeatable: true });
  const lease = await createWorkerLease(pool);
  let runner: QueueRunner | null = null;
  const listener = listenForever({
    url: options.relayUrl,
    channel: 'leitwerk_outbox',
    logger,
    onConnect: async (client) => {
      await lease.hold(client);
      await freeDead(lease, client, logger);
      runner?.renew();
    },
    onNews: async () => {
      await relayOutbox(pool, Object.keys(options.handlers));
    },
  });
  await listener.ready;
  const warn = (error: unknown) => logger.warn({ err: error }, 'job bookkeeping failed');
  runner = await runQueue({
    pool,
    concurrency,
    logger,
    tasks: taskListOf(pool, options),
    onName: (name) => void lease.add(pool, name).catch(warn),
    onStopped: () => lease.release(pool),
    onGivenUp: (payload) => {
      const job = jobPayload.safeParse(payload);
      if (job.success) void markEventFailed(pool, job.data.id).catch(warn);
    },
  });
  const upkeep = every(
    minute,
    async () => {
      await listener.withClient((client) => freeDead(lease, client, logger));
      await failInterruptedVorgaenge(pool);
      await sweepUnheard(pool, Object.keys(options.handlers));
      await runDueMaintenance(pool, options.maintenance ?? [], logger);
    },
    logger,
  );
  return {
    stop: async () => {
      await upkeep.stop();
      await listener.stop();
      await runner?.stop();
      await lease.end(pool).catch(onError);
      await pool.end();
    },
  };
}

const jobPayload = z.object({ id: z.number() });

function taskListOf(pool: pg.Pool, options: WorkerOptions): TaskList {
  const entries = Object.entries(options.handlers).map(([event, handler]) => [event, taskOf(event, handler)]);
  return Object.fromEntries(entries);

  function taskOf(event: string, handler: EventHandler): TaskList[string] {
    return async (raw: unknown, { job }) => {
      const { id } = jobPayload.parse(raw);
      const news = await readEvent(pool, id);
      if (!news) return;
      const tenant = news.tenant === null ? null : parseTenantId(news.tenant);
      const started = performance.now();
      const report = (outcome: 'done' | 'failed') =>
        options.onJob?.(event, outcome, (performance.now() - started) / 1000);
      try {
        const lastAttempt = job.attempts >= job.max_attempts;
        await handler(news.payload, { eventId: id, tenant, attempt: job.attempts, lastAttempt });
      } catch (error) {
        report('failed');
        options.logger.error({ err: error, event, eventId: id, attempt: job.attempts }, 'job failed');
        throw error;
      }
      await forgetEvent(pool, id);
      report('done');
    };
  }
}

async function freeDead(lease: WorkerLease, client: pg.ClientBase, logger: Logger): Promise<void> {
  const dead = await lease.freeDead(client);
  if (dead.length > 0) logger.warn({ workers: dead }, 'freed the jobs of killed workers');
}

/** Runs `work` at once and then in every interval, never twice at a time; `stop` waits for the one in hand. */
function every(ms: number, work: () => Promise<void>, logger: Logger): { stop: () => Promise<void> } {
  let current: Promise<void> = Promise.resolve();
  let busy = false;
  const turn = () => {
    if (busy) return;
    busy = true;
    current = work()
      .catch((error: unknown) => logger.warn({ err: error }, 'upkeep failed'))
      .finally(() => {
        busy = false;
      });
  };
  turn();
  const timer = setInterval(turn, ms);
  return {
    stop: async () => {
      clearInterval(timer);
      await current;
    },
  };
}
