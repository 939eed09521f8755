import type { TenantId, Tx } from '#platform';
import { listMembers } from '../store/members.ts';

/**
 * The ids of the members whom others may name as responsible: all but the removed ones. Run inside the tenant's own
 * transaction; no name or address is opened.
 */
export async function activeMemberIds(tx: Tx, tenant: TenantId): Promise<ReadonlySet<string>> {
  const members = await listMembers(tx, tenant);
  return new Set(members.filter(({ state }) => state !== 'removed').map(({ id }) => id));
}
