import { sql } from 'kysely';
import { change, rowOf, type TenantId, type Tx } from '#platform';

export type LinkPurpose = 'invitation' | 'password-reset';

export interface StoredLink {
  readonly id: string;
  readonly tenant_id: TenantId;
  readonly member_id: string;
  readonly purpose: LinkPurpose;
  readonly expires_at: Date;
  readonly used_at: Date | null;
}

/** Keeps a new link and forgets the member's earlier ones of the same purpose: only the latest mail counts. */
export async function replaceLink(
  tx: Tx,
  tenant: TenantId,
  link: {
    readonly id: string;
    readonly keyHash: Buffer;
    readonly memberId: string;
    readonly purpose: LinkPurpose;
    readonly createdAt: Date;
    readonly expiresAt: Date;
  },
): Promise<void> {
  await change(
    tx,
    sql`delete from identity.mail_link
      where tenant_id = ${tenant} and member_id = ${link.memberId} and purpose = ${link.purpose}`,
  );
  await change(
    tx,
    sql`insert into identity.mail_link (tenant_id, id, key_hash, member_id, purpose, created_at, expires_at)
      values (${tenant}, ${link.id}, ${link.keyHash}, ${link.memberId}, ${link.purpose}, ${link.createdAt},
        ${link.expiresAt})`,
  );
}

/** The link of a presented secret. */
export function linkByKey(tx: Tx, keyHash: Buffer, purpose: LinkPurpose): Promise<StoredLink | null> {
  return rowOf(
    tx,
    sql<StoredLink>`select id, tenant_id, member_id, purpose, expires_at, used_at from identity.mail_link
      where key_hash = ${keyHash} and purpose = ${purpose}`,
  );
}

/** Uses a link; `false` where it was used before, also by a request at the same time. */
export async function takeLink(tx: Tx, tenant: TenantId, id: string, now: Date): Promise<boolean> {
  const taken = await change(
    tx,
    sql`update identity.mail_link set used_at = ${now}
      where tenant_id = ${tenant} and id = ${id} and used_at is null and expires_at > ${now}`,
  );
  return taken === 1;
}
