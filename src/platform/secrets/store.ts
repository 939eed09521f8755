import { sql } from 'kysely';
import { change, rowOf, rowsOf } from '../database/rows.ts';
import type { TenantId, Tx } from '../database/tx.ts';

/** What is shown of a secret: never the value, nor how long it is. */
export interface SecretNote {
  readonly id: string;
  readonly name: string;
  readonly purpose: string;
  readonly subject: string;
  readonly version: number;
  readonly validUntil: string | null;
  readonly enteredAt: Date;
  readonly enteredBy: string;
}

/** The secrets of the transaction's house, without their values. */
export function listSecrets(tx: Tx): Promise<readonly SecretNote[]> {
  return rowsOf(
    tx,
    sql<SecretNote>`select id, name, purpose, subject, version, valid_until as "validUntil", entered_at as "enteredAt",
        entered_by as "enteredBy"
      from platform.secret where tenant_id = (select platform.tenant()) order by lower(name), id`,
  );
}

/** Inserts a sealed value; `false` where the house has one of this name. */
export async function insertSecretRow(
  tx: Tx,
  tenant: TenantId,
  row: Omit<SecretNote, 'version' | 'enteredAt' | 'enteredBy'> & { readonly sealed: Buffer },
  now: Date,
): Promise<boolean> {
  const { id, name, purpose, subject, validUntil, sealed } = row;
  const inserted = await change(
    tx,
    sql`insert into platform.secret (tenant_id, id, name, purpose, subject, version, sealed, valid_until, entered_at)
      values (${tenant}, ${id}, ${name}, ${purpose}, ${subject}, 1, ${sealed}, ${validUntil}, ${now})
      on conflict do nothing`,
  );
  return inserted === 1;
}

export async function replaceSecretRow(
  tx: Tx,
  row: Pick<SecretNote, 'id' | 'version' | 'validUntil'> & { readonly sealed: Buffer },
  now: Date,
): Promise<boolean> {
  const updated = await change(
    tx,
    sql`update platform.secret set version = version + 1, sealed = ${row.sealed}, valid_until = ${row.validUntil},
        entered_at = ${now}, entered_by = platform.actor()
      where tenant_id = (select platform.tenant()) and id = ${row.id} and version = ${row.version}`,
  );
  return updated === 1;
}

export async function deleteSecretRow(tx: Tx, id: string, version: number): Promise<boolean> {
  const deleted = await change(
    tx,
    sql`delete from platform.secret
      where tenant_id = (select platform.tenant()) and id = ${id} and version = ${version}`,
  );
  return deleted === 1;
}

/** The sealed value, for `withSecret` alone. */
export async function readSealed(tx: Tx, id: string): Promise<Buffer | null> {
  const row = await rowOf(
    tx,
    sql<{ sealed: Buffer }>`select sealed from platform.secret
      where tenant_id = (select platform.tenant()) and id = ${id}`,
  );
  return row?.sealed ?? null;
}
