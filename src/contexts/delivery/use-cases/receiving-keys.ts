import { ok, type Result, refuse } from '#kernel';
import { recordAudit, type TenantId, type Tx } from '#platform';
import { type EncryptionJwk, keyBits, parseEncryptionJwk } from '#standards/fit-connect';
import { currentKey, endAfterRotation, endOfNewKey, removalLimit, sealsAt } from '../domain/receiving-key.ts';
import { receives } from '../domain/zustellpunkt.ts';
import {
  receivingKeyExpired,
  zustellpunktActionImpossible,
  zustellpunktClosed,
  zustellpunktUnknown,
} from '../errors.ts';
import { generateReceivingKey } from '../generate-key.ts';
import type { Delivery, Party } from '../ports.ts';
import {
  endKey,
  insertKey,
  keysOf,
  lockUnusedKeys,
  lockZustellpunkt,
  markKeyRemoved,
  zustellpunktById,
} from '../store/zustellpunkte.ts';

/** With what one seals for a Zustellpunkt. */
export interface SealingKey {
  readonly tenant: TenantId;
  readonly zustellpunkt: string;
  readonly jwk: EncryptionJwk;
}

/**
 * Makes a new receiving key and lets it take over; the one before goes on for the overlap. The private key is safe on disk
 * before its public part is known to anyone. Returns the new kid.
 */
export async function rotateReceivingKey(
  { db, clock, keys, keyBits: bits }: Omit<Delivery, 'blobs'>,
  { tenant, actor }: Party,
  zustellpunkt: string,
): Promise<Result<string>> {
  const known = await db.withPublic((tx) => zustellpunktById(tx, tenant, zustellpunkt));
  if (!known) return refuse(zustellpunktUnknown);
  if (known.state === 'ended') return refuse(zustellpunktActionImpossible);
  const { jwk, pem } = await generateReceivingKey(bits);
  await keys.store(jwk.kid, pem);
  const takeOver = async (tx: Tx): Promise<void> => {
    await lockZustellpunkt(tx, tenant, zustellpunkt);
    const now = clock.now();
    for (const older of await keysOf(tx, tenant, zustellpunkt))
      if (sealsAt(older, now)) await endKey(tx, tenant, older.kid, endAfterRotation(older.validTo, now));
    await insertKey(tx, tenant, zustellpunkt, {
      kid: jwk.kid,
      jwk,
      validFrom: now,
      validTo: endOfNewKey(now),
    });
    const object = { type: 'delivery.zustellpunkt', id: zustellpunkt };
    await recordAudit(tx, { action: 'delivery.key.rotated', object, summary: { kid: jwk.kid } });
  };
  await db.withReference(actor, takeOver, tenant);
  return ok(jwk.kid);
}

/** The key for a new submission; readable in any transaction. Refuses a closed Zustellpunkt and an expired key. */
export async function sealingKeyOf(
  tx: Tx,
  tenant: TenantId,
  zustellpunkt: string,
  now: Date,
): Promise<Result<SealingKey>> {
  const known = await zustellpunktById(tx, tenant, zustellpunkt);
  if (!known) return refuse(zustellpunktUnknown);
  if (!receives(known.state)) return refuse(zustellpunktClosed);
  const key = currentKey(await keysOf(tx, tenant, zustellpunkt), now);
  if (!key) return refuse(receivingKeyExpired);
  const jwk = parseEncryptionJwk(key.jwk, keyBits.least);
  return jwk.ok ? ok({ tenant, zustellpunkt, jwk: jwk.value }) : jwk;
}

/** Removes the private keys that ended and with which nothing is sealed any more. Returns their ids. */
export function removeUnusedKeys(
  { db, clock, keys }: Pick<Delivery, 'db' | 'clock' | 'keys'>,
  { tenant, actor }: Party,
): Promise<readonly string[]> {
  const removeAll = async (tx: Tx): Promise<readonly string[]> => {
    const now = clock.now();
    const unused = await lockUnusedKeys(tx, tenant, removalLimit(now));
    for (const kid of unused) {
      // The file first: should the transaction fail, the next run finds the key again and removes nothing twice.
      await keys.remove(kid);
      await markKeyRemoved(tx, tenant, kid, now);
      const object = { type: 'delivery.key', id: kid };
      await recordAudit(tx, { action: 'delivery.key.removed', object });
    }
    return unused;
  };
  return db.withReference(actor, removeAll, tenant);
}
