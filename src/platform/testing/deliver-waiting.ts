import type { EventHandlers } from '../jobs/index.ts';
import type { TestDatabase } from './test-database.ts';

/** Does what the worker would do with the events that wait for one of these handlers. */
export async function deliverWaiting(
  { superuser }: Pick<TestDatabase, 'superuser'>,
  handlers: EventHandlers,
): Promise<void> {
  const { rows } = await superuser.query(
    'delete from platform.outbox where event = any($1) returning id, event, payload, tenant_id',
    [Object.keys(handlers)],
  );
  for (const { id, event, payload, tenant_id } of rows)
    await handlers[event]?.(payload, { eventId: id, tenant: tenant_id, attempt: 1, lastAttempt: false });
}
