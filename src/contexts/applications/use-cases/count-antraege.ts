import { actorOf, type TenantId } from '#platform';
import type { ApplicationsDeps } from '../deps.ts';
import { countAntraege } from '../store-antrag.ts';

/** How many Anträge came to these Kommunen, by Onlinedienst: counts only. */
export async function antragCounts(
  { db }: Pick<ApplicationsDeps, 'db'>,
  tenants: readonly TenantId[],
): Promise<ReadonlyMap<string, number>> {
  const counts = new Map<string, number>();
  for (const tenant of tenants) {
    const rows = await db.withTenant(tenant, actorOf('system', 'zaehlung'), countAntraege);
    for (const { dienst, anzahl } of rows) counts.set(dienst, (counts.get(dienst) ?? 0) + anzahl);
  }
  return counts;
}
