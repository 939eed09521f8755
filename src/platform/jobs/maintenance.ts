import type pg from 'pg';
import type { Logger } from '../log.ts';

/** A task that runs again and again, on one worker at a time. */
export interface MaintenanceTask {
  readonly name: string;
  readonly everyMinutes: number;
  readonly run: () => Promise<void>;
}

/** Runs what is due. A failed task waits for its next turn; it holds no other up. */
export async function runDueMaintenance(
  pool: pg.Pool,
  tasks: readonly MaintenanceTask[],
  logger: Logger,
): Promise<readonly string[]> {
  const ran: string[] = [];
  for (const task of tasks) {
    if (!(await claim(pool, task))) continue;
    ran.push(task.name);
    try {
      await task.run();
    } catch (error) {
      logger.error({ err: error, task: task.name }, 'maintenance failed');
    }
  }
  return ran;
}

/** Whoever moves the time on runs the task: two workers never do at once. */
async function claim(pool: pg.Pool, task: MaintenanceTask): Promise<boolean> {
  const { rowCount } = await pool.query(
    `insert into platform.maintenance as m (name, last_started_at) values ($1, now())
      on conflict (name) do update set last_started_at = now()
      where m.last_started_at <= now() - make_interval(mins => $2::int)`,
    [task.name, task.everyMinutes],
  );
  return (rowCount ?? 0) > 0;
}
