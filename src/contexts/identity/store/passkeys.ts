import { sql } from 'kysely';
import { change, rowOf, rowsOf, type TenantId, type Tx } from '#platform';
import { rowId } from './row-id.ts';

export interface StoredPasskey {
  readonly id: string;
  readonly tenant_id: TenantId;
  readonly member_id: string;
  readonly credential_id: string;
  readonly public_key: Buffer;
  readonly counter: number;
  readonly transports: readonly string[];
  readonly label: string;
  readonly created_at: Date;
  readonly last_used_on: string | null;
}

const columns = sql`id, tenant_id, member_id, credential_id, public_key, counter, transports, label, created_at,
  last_used_on`;

/** Keeps a passkey; `false` where it is kept already. */
export async function insertPasskey(
  tx: Tx,
  passkey: Omit<StoredPasskey, 'last_used_on'> & { readonly key_hash: Buffer },
): Promise<boolean> {
  const inserted = await change(
    tx,
    sql`insert into identity.passkey (tenant_id, id, key_hash, member_id, credential_id, public_key, counter,
        transports, label, created_at)
      values (${passkey.tenant_id}, ${passkey.id}, ${passkey.key_hash}, ${passkey.member_id}, ${passkey.credential_id},
        ${passkey.public_key}, ${passkey.counter}, ${[...passkey.transports]}, ${passkey.label}, ${passkey.created_at})
      on conflict (key_hash) do nothing`,
  );
  return inserted === 1;
}

/** The passkey of a presented credential. */
export function passkeyByKey(tx: Tx, keyHash: Buffer): Promise<StoredPasskey | null> {
  return rowOf(tx, sql<StoredPasskey>`select ${columns} from identity.passkey where key_hash = ${keyHash}`);
}

export function listPasskeys(tx: Tx, tenant: TenantId, member: string): Promise<readonly StoredPasskey[]> {
  return rowsOf(
    tx,
    sql<StoredPasskey>`select ${columns} from identity.passkey
      where tenant_id = ${tenant} and member_id = ${member} order by created_at`,
  );
}

export async function passkeyUsed(
  tx: Tx,
  passkey: StoredPasskey,
  counter: number,
  today: string,
): Promise<void> {
  await change(
    tx,
    sql`update identity.passkey set counter = ${counter}, last_used_on = ${today}
      where tenant_id = ${passkey.tenant_id} and id = ${passkey.id}`,
  );
}

export async function deletePasskey(tx: Tx, tenant: TenantId, member: string, id: string): Promise<boolean> {
  const deleted = await change(
    tx,
    sql`delete from identity.passkey where tenant_id = ${tenant} and member_id = ${member} and id = ${rowId(id)}`,
  );
  return deleted === 1;
}

/** Uses a challenge, in a transaction that presents its hash; `false` where it was answered before. */
export async function takeChallenge(tx: Tx, keyHash: Buffer, expiresAt: Date): Promise<boolean> {
  const taken = await change(
    tx,
    sql`insert into identity.used_challenge (key_hash, expires_at) values (${keyHash}, ${expiresAt})
      on conflict do nothing`,
  );
  return taken === 1;
}
