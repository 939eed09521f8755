import { randomUUID } from 'node:crypto';
import { actorOf, type Database, type KeyRing, type TenantId } from '#platform';
import type { Role } from '../domain/roles.ts';

/** An active member of an organisation who can be mailed; gives the member's id. */
export async function mailableMember(
  { db, keys }: { readonly db: Database; readonly keys: Pick<KeyRing, 'dataKeyOf'> },
  tenant: TenantId,
  { name, email, roles }: { readonly name: string; readonly email: string; readonly roles: readonly Role[] },
): Promise<string> {
  const id = randomUUID();
  await db.withTenant(tenant, actorOf('system', 'test'), async (tx) => {
    const key = await keys.dataKeyOf(tx, tenant);
    const sealed = (column: string, text: string) =>
      key.seal({ table: 'identity.member', column, row: id }, text);
    await tx
      .as<{ 'identity.member': Record<string, unknown> }>()
      .insertInto('identity.member')
      .values({
        tenant_id: tenant,
        id,
        state: 'active',
        roles,
        name_sealed: sealed('name', name),
        email_sealed: sealed('email', email),
        created_at: new Date(),
      })
      .execute();
  });
  return id;
}
