import { permissionsOf, readMembers } from '#identity';
import { actorOf, type Principal, type TenantId } from '#platform';
import type { WorkgroupDeps } from '#workgroup';
import type { Services } from '../../services.ts';

const system = actorOf('system', 'vorfuehrung');

/** The Kommunen of the demo in which somebody coordinates. */
const mitKoordination: readonly (string | null)[] = ['05766044', '05766020', '05766'];

/** The people of the demo's Kommunen who take part. */
export async function mitglieder(
  services: Services,
  { betreute }: WorkgroupDeps,
  provider: TenantId,
): Promise<readonly Principal[]> {
  const found: Principal[] = [];
  for (const { id, ags } of await betreute(provider)) {
    if (!mitKoordination.includes(ags)) continue;
    const person = await personOf(services, id, 'workgroup.join');
    if (person !== null) found.push(person);
  }
  return found;
}

export async function personOf(
  services: Services,
  tenant: TenantId,
  permission: 'workgroup.join' | 'workgroup.manage',
): Promise<Principal | null> {
  const members = await readMembers(services, { tenant, actor: system, permissions: new Set() });
  const member = members.find(({ roles }) => permissionsOf(roles).has(permission));
  if (member === undefined) return null;
  return {
    kind: 'mitglied',
    actor: actorOf('mitglied', member.id),
    tenant,
    permissions: permissionsOf(member.roles),
  };
}
