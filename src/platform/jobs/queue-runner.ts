import { EventEmitter } from 'node:events';
import type { Runner, TaskList, WorkerEvents } from 'graphile-worker';
import type pg from 'pg';
import type { Logger } from '../log.ts';
import { queueSchema } from './install-job-queue.ts';

interface QueueOptions {
  readonly pool: pg.Pool;
  readonly tasks: TaskList;
  readonly concurrency: number;
  readonly logger: Logger;
  /** Told the name under which this runner locks jobs, before it takes the first. */
  readonly onName: (name: string) => void;
  /** Frees what the runner under that name had locked: it has stopped, and nobody works on it. */
  readonly onStopped: () => Promise<void>;
  /** Told the payload of a job that failed for the last time. */
  readonly onGivenUp: (payload: unknown) => void;
}

export interface QueueRunner {
  /**
   * Replaces the runner by one with another name. After a crash of PostgreSQL jobs may stand there as locked by it that it
   * has long finished, because what it noted of them was lost; under a new name they are taken up again.
   */
  readonly renew: () => void;
  readonly stop: () => Promise<void>;
}

const checkMs = 2_000;
const patience = 3;

/**
 * Runs the queue and replaces its runner when that fails again and again although the database answers: a runner whose
 * very first query fails remembers the failure and would never take a job.
 */
export async function runQueue(options: QueueOptions): Promise<QueueRunner> {
  let failures = 0;
  const count = (n: number) => {
    failures = n === 0 ? 0 : failures + n;
  };
  let runner = await startRunner(options, count);
  let due = false;
  let current: Promise<void> | null = null;
  const replace = async () => {
    await options.pool.query('select 1');
    options.logger.warn({ failures }, 'job queue restarted');
    await runner.stop().catch(() => {});
    await options.onStopped();
    failures = 0;
    due = false;
    runner = await startRunner(options, count);
  };
  const check = () => {
    if (!due && failures < patience) return;
    current ??= replace()
      .catch((error: unknown) => options.logger.warn({ err: error }, 'job queue waits for the database'))
      .finally(() => {
        current = null;
      });
  };
  const timer = setInterval(check, checkMs);
  return {
    renew: () => {
      due = true;
      check();
    },
    stop: async () => {
      clearInterval(timer);
      await current;
      await runner.stop().catch(() => {});
    },
  };
}

async function startRunner(options: QueueOptions, count: (n: number) => void): Promise<Runner> {
  const events: WorkerEvents = new EventEmitter();
  // Jobs are locked in the name of the pool, not of the single worker.
  events.on('pool:create', ({ workerPool }) => options.onName(workerPool.id));
  events.on('job:failed', ({ job }) => options.onGivenUp(job.payload));
  events.on('worker:getJob:error', () => count(1));
  events.on('worker:getJob:empty', () => count(0));
  events.on('job:start', () => count(0));
  // Only a worker needs the queue's library, which takes 7 MB.
  const { Logger: QueueLogger, run } = await import('graphile-worker');
  const runner = await run({
    pgPool: options.pool,
    schema: queueSchema,
    concurrency: options.concurrency,
    pollInterval: 1_000,
    noHandleSignals: true,
    events,
    taskList: options.tasks,
    logger: new QueueLogger(() => (level, message) => {
      if (level === 'error' || level === 'warning') options.logger.warn({ queue: message }, 'job queue');
    }),
  });
  // A runner that ends by itself is one that fails: the next check replaces it.
  runner.promise.catch(() => count(patience));
  return runner;
}
