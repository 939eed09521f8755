import { sql } from 'kysely';
import type { Tx } from '../database/tx.ts';

/** What an event carries: ids and other names of rows, never their content. */
export type EventPayload = Readonly<Record<string, string | number | boolean | null>>;

interface OutboxTables {
  'platform.outbox': { event: string; payload: string };
}

/**
 * Tells the worker of something that this transaction makes true; nothing is told when it rolls back. A payload with
 * `vorgang` ties the event to that Vorgang: it counts as alive as long as the event waits.
 */
export async function publish(tx: Tx, event: string, payload: EventPayload): Promise<void> {
  await sql`insert into platform.outbox (tenant_id, event, payload)
    values (platform.tenant(), ${event}, ${JSON.stringify(payload)}::jsonb)`.execute(tx.as<OutboxTables>());
  tx.wakeWorker();
}
