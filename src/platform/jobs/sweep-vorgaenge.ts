import type pg from 'pg';

/** What the person reads whose Vorgang ended with the process that worked on it. */
export const interruptedMessage =
  'Der Vorgang wurde unterbrochen, weil der Dienst endete. Bereits Gespeichertes ist erhalten. Bitte den Vorgang neu starten.';

/**
 * Marks as failed what nobody works on any more: no news for `quietMinutes` and no event that would bring a worker
 * back to it. A Vorgang whose worker was killed is not among them, because its event still waits and resumes it.
 */
export async function failInterruptedVorgaenge(pool: pg.Pool, quietMinutes = 10): Promise<number> {
  const { rowCount } = await pool.query(
    `update platform.vorgang v set state = 'failed', message = $1, reported_at = now(), finished_at = now()
      where state in ('queued', 'running') and reported_at < now() - make_interval(mins => $2::int)
        and not exists (select from platform.outbox o
          where o.payload ? 'vorgang' and o.payload ->> 'vorgang' = v.id::text and o.failed_at is null)`,
    [interruptedMessage, quietMinutes],
  );
  return rowCount ?? 0;
}
