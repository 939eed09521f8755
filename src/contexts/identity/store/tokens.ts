import { sql } from 'kysely';
import { change, rowOf, rowsOf, type TenantId, type Tx } from '#platform';
import { rowId } from './row-id.ts';

export interface StoredToken {
  readonly id: string;
  readonly tenant_id: TenantId;
  readonly prefix: string;
  readonly label: string;
  readonly scopes: readonly string[];
  readonly issued_by: string;
  readonly created_at: Date;
  readonly expires_at: Date;
  readonly revoked_at: Date | null;
  readonly last_used_on: string | null;
}

const columns = sql`id, tenant_id, prefix, label, scopes, issued_by, created_at, expires_at, revoked_at, last_used_on`;

export async function insertToken(
  tx: Tx,
  token: Omit<StoredToken, 'revoked_at' | 'last_used_on'> & { readonly key_hash: Buffer },
): Promise<void> {
  await change(
    tx,
    sql`insert into identity.machine_token (tenant_id, id, key_hash, prefix, label, scopes, issued_by, created_at,
        expires_at)
      values (${token.tenant_id}, ${token.id}, ${token.key_hash}, ${token.prefix}, ${token.label}, ${[...token.scopes]},
        ${token.issued_by}, ${token.created_at}, ${token.expires_at})`,
  );
}

/** The token of a presented secret. */
export function tokenByKey(tx: Tx, keyHash: Buffer): Promise<StoredToken | null> {
  return rowOf(
    tx,
    sql<StoredToken>`select ${columns} from identity.machine_token where key_hash = ${keyHash}`,
  );
}

export function listTokens(tx: Tx, tenant: TenantId): Promise<readonly StoredToken[]> {
  return rowsOf(
    tx,
    sql<StoredToken>`select ${columns} from identity.machine_token where tenant_id = ${tenant}
      order by created_at desc, id`,
  );
}

export async function tokenUsed(tx: Tx, keyHash: Buffer, today: string): Promise<void> {
  await change(
    tx,
    sql`update identity.machine_token set last_used_on = ${today} where key_hash = ${keyHash}`,
  );
}

export async function revokeTokenById(tx: Tx, tenant: TenantId, id: string, now: Date): Promise<boolean> {
  const revoked = await change(
    tx,
    sql`update identity.machine_token set revoked_at = ${now}
      where tenant_id = ${tenant} and id = ${rowId(id)} and revoked_at is null`,
  );
  return revoked === 1;
}

/** Brings the end of the tokens that a member issued forward to `end`. */
export function endTokensBy(tx: Tx, tenant: TenantId, member: string, end: Date): Promise<number> {
  return change(
    tx,
    sql`update identity.machine_token set expires_at = ${end}
      where tenant_id = ${tenant} and revoked_at is null and expires_at > ${end}
        and (issued_by = ${`mitglied:${member}`} or issued_by like ${`mitglied:${member}+%`})`,
  );
}

/** Revokes the tokens that a member issued and whose scopes it no longer has itself. */
export function revokeTokensBeyond(
  tx: Tx,
  tenant: TenantId,
  member: string,
  permissions: readonly string[],
  now: Date,
): Promise<number> {
  return change(
    tx,
    sql`update identity.machine_token set revoked_at = ${now}
      where tenant_id = ${tenant} and revoked_at is null and not scopes <@ ${[...permissions]}::text[]
        and (issued_by = ${`mitglied:${member}`} or issued_by like ${`mitglied:${member}+%`})`,
  );
}
