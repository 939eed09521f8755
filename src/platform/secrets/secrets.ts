import { isUuid } from '#kernel';
import type { TenantId, Tx } from '../database/tx.ts';
import { type KeyRing, newId, type SealedPlace } from '../keys.ts';
import { deleteSecretRow, insertSecretRow, readSealed, replaceSecretRow, type SecretNote } from './store.ts';

/** What is to be kept, and for how long it holds. */
export interface NewSecret {
  readonly name: string;
  /** What kind of access it is. */
  readonly purpose: string;
  /** What it is for, such as an Onlinedienst; empty for the whole house. */
  readonly subject: string;
  readonly value: string;
  readonly validUntil: string | null;
}

type Ring = Pick<KeyRing, 'dataKeyOf'>;

/** Seals a value on entry and forgets it; `null` where the house has one of this name. The transaction is the house's own. */
export async function keepSecret(
  tx: Tx,
  keys: Ring,
  tenant: TenantId,
  { value, ...note }: NewSecret,
  now: Date,
): Promise<string | null> {
  const id = newId();
  const sealed = await sealSecret(tx, keys, tenant, id, value);
  return (await insertSecretRow(tx, tenant, { id, ...note, sealed }, now)) ? id : null;
}

/** Seals another value in the place of the one before; `false` where somebody replaced it after `version` was read. */
export async function replaceSecret(
  tx: Tx,
  keys: Ring,
  tenant: TenantId,
  next: Pick<SecretNote, 'id' | 'version' | 'validUntil'> & { readonly value: string },
  now: Date,
): Promise<boolean> {
  if (!isUuid(next.id)) return false;
  const sealed = await sealSecret(tx, keys, tenant, next.id, next.value);
  return replaceSecretRow(tx, { ...next, sealed }, now);
}

/** Forgets a value; `false` where there is none, or somebody replaced it after `version` was read. */
export async function forgetSecret(tx: Tx, id: string, version: number): Promise<boolean> {
  return isUuid(id) && deleteSecretRow(tx, id, version);
}

/**
 * Opens a value for one use in this process, such as a probe, and gives what came of the use; `null` where there is no such
 * value. The only way to a value: no page, answer, command, export or log carries it, and the use must not return it.
 */
export async function withSecret<T>(
  tx: Tx,
  keys: Ring,
  tenant: TenantId,
  id: string,
  use: (value: string) => T | Promise<T>,
): Promise<T | null> {
  const sealed = isUuid(id) ? await readSealed(tx, id) : null;
  if (sealed === null) return null;
  const key = await keys.dataKeyOf(tx, tenant);
  return use(key.open(placeOf(id), sealed));
}

async function sealSecret(tx: Tx, keys: Ring, tenant: TenantId, id: string, value: string): Promise<Buffer> {
  const key = await keys.dataKeyOf(tx, tenant);
  return key.seal(placeOf(id), value);
}

function placeOf(row: string): SealedPlace {
  return { table: 'platform.secret', column: 'sealed', row };
}
