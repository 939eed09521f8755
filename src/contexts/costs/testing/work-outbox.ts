import { parseTenantId } from '#platform';
import { costsHandlers } from '../handlers.ts';
import type { CostsWorld } from './costs-world.ts';

/** Does what the worker would: each waiting event, as often as asked. */
export async function workOutbox({ t, deps }: CostsWorld, times = 1): Promise<number> {
  const { rows } = await t.superuser.query(
    `select id, tenant_id, event, payload from platform.outbox where event like 'costs.%' order by id`,
  );
  const handlers = costsHandlers(deps);
  for (const { id, tenant_id, event, payload } of rows)
    for (let attempt = 1; attempt <= times; attempt += 1)
      await handlers[event]?.(payload, {
        eventId: Number(id),
        tenant: parseTenantId(tenant_id),
        attempt,
        lastAttempt: false,
      });
  await t.superuser.query(`delete from platform.outbox where event like 'costs.%'`);
  return rows.length;
}
