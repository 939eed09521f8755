import type pg from 'pg';
import { queueSchema } from './install-job-queue.ts';

const batch = 500;

/**
 * Turns waiting events into jobs, in one transaction per batch: an event is either waiting or a job, never both and
 * never neither. Events without a handler wait for a worker that has one (`sweepUnheard`). Returns how many were turned.
 */
export async function relayOutbox(pool: pg.Pool, events: readonly string[]): Promise<number> {
  for (let total = 0; ; ) {
    const { rowCount } = await pool.query(
      `with taken as (
         select id, event from platform.outbox where relayed_at is null and event = any($1)
         order by id limit ${batch} for update skip locked),
       marked as (
         update platform.outbox set relayed_at = now() where id in (select id from taken))
       select ${queueSchema}.add_job(event, json_build_object('id', id), job_key => 'outbox:' || id) from taken`,
      [events],
    );
    total += rowCount ?? 0;
    if ((rowCount ?? 0) < batch) return total;
  }
}

/** So long an event that nobody listens to stays, for a worker that learns to. */
export const unheardDays = 30;

/** Deletes events that nobody turned into a job for so long: news that this version has no use for. Returns how many. */
export async function sweepUnheard(pool: pg.Pool, events: readonly string[]): Promise<number> {
  const { rowCount } = await pool.query(
    `delete from platform.outbox where relayed_at is null and event <> all($1)
       and created_at < now() - make_interval(days => $2::int)`,
    [events, unheardDays],
  );
  return rowCount ?? 0;
}

/** A waiting event as its handler gets it. */
export interface OutboxEvent {
  readonly id: number;
  readonly tenant: string | null;
  readonly payload: unknown;
}

/** The event, or `null` where it was handled before. */
export async function readEvent(pool: pg.Pool, id: number): Promise<OutboxEvent | null> {
  const { rows } = await pool.query<OutboxEvent>(
    'select id, tenant_id as tenant, payload from platform.outbox where id = $1',
    [id],
  );
  return rows[0] ?? null;
}

/** The handler has finished: the event is over. */
export async function forgetEvent(pool: pg.Pool, id: number): Promise<void> {
  await pool.query('delete from platform.outbox where id = $1', [id]);
}

/** The handler failed for the last time. */
export async function markEventFailed(pool: pg.Pool, id: number): Promise<void> {
  await pool.query('update platform.outbox set failed_at = now() where id = $1', [id]);
}
