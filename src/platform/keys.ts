import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  hkdfSync,
  randomBytes,
  randomUUID,
} from 'node:crypto';
import { sql } from 'kysely';
import type { TenantId, Tx } from './database/tx.ts';

/** Where a sealed value stands. It is authenticated with it, so that a value moved elsewhere does not open. */
export interface SealedPlace {
  readonly table: string;
  readonly column: string;
  readonly row: string;
}

/** The data key of one tenant. `open` throws where the value was altered, moved or sealed with another key. */
export interface DataKey {
  readonly seal: (place: SealedPlace, text: string) => Buffer;
  readonly open: (place: SealedPlace, sealed: Buffer) => string;
}

/** The installation's keys, all derived from the master key that stands outside the database. */
export interface KeyRing {
  /** The tenant's data key; made at the first call. The transaction must be the tenant's own. */
  readonly dataKeyOf: (tx: Tx, tenant: TenantId) => Promise<DataKey>;
  /** A keyed hash by which a value is found without standing in clear (`purpose` keeps uses apart). */
  readonly blindIndex: (purpose: string, text: string) => Buffer;
}

const version = 1;
const nonceBytes = 12;
const tagBytes = 16;

/** Opens the ring with the master key of `installationSecret(folder, 'master.key')`. */
export function openKeyRing(masterKey: string): KeyRing {
  if (Buffer.from(masterKey, 'base64url').length < 32)
    throw new Error(
      'Der Hauptschlüssel (master.key) ist zu kurz. Bitte die Datei aus der Sicherung der Schlüssel zurückholen.',
    );
  const wrapping = derive(masterKey, 'leitwerk wrapping of tenant keys');
  const index = derive(masterKey, 'leitwerk blind index');
  const masterId = createHash('sha256').update(wrapping).digest('hex').slice(0, 16);
  // Kept per transaction only: a key made in a transaction that is rolled back must not outlive it.
  const opened = new WeakMap<Tx, Map<TenantId, DataKey>>();
  return {
    blindIndex: (purpose, text) => createHmac('sha256', index).update(`${purpose}\0${text}`).digest(),
    dataKeyOf: async (tx, tenant) => {
      const keys = opened.get(tx) ?? new Map<TenantId, DataKey>();
      opened.set(tx, keys);
      const known = keys.get(tenant);
      if (known) return known;
      const key = dataKey(await unwrapOrMake(tx, tenant, wrapping, masterId));
      keys.set(tenant, key);
      return key;
    },
  };
}

/**
 * A key derived from a random secret that only its holder has, such as a session's cookie: what it seals can be read
 * while the holder asks, and by nobody else.
 */
export function keyFromSecret(secret: string, purpose: string): DataKey {
  return dataKey(Buffer.from(hkdfSync('sha256', Buffer.from(secret), Buffer.alloc(0), purpose, 32)));
}

/** A new random identifier. */
export function newId(): string {
  return randomUUID();
}

/** A new secret of `bytes` random bytes, as base64url text. */
export function newSecret(bytes = 32): string {
  return randomBytes(bytes).toString('base64url');
}

/** The hash under which a high-entropy secret is kept and found. */
export function secretHash(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}

function derive(masterKey: string, info: string): Buffer {
  return Buffer.from(hkdfSync('sha256', Buffer.from(masterKey, 'base64url'), Buffer.alloc(0), info, 32));
}

interface WrappedKey {
  readonly master_id: string;
  readonly wrapped: Buffer;
}

async function unwrapOrMake(tx: Tx, tenant: TenantId, wrapping: Buffer, masterId: string): Promise<Buffer> {
  const row = (await selectKey(tx, tenant)) ?? (await makeKey(tx, tenant, wrapping, masterId));
  if (row.master_id !== masterId)
    throw new Error(
      'Der Hauptschlüssel (master.key) gehört nicht zu dieser Datenbank. Bitte den Ordner der Schlüssel zurückholen, der zu ihr gehört.',
    );
  return decrypt(wrapping, aadOfKey(tenant), row.wrapped);
}

async function selectKey(tx: Tx, tenant: TenantId): Promise<WrappedKey | undefined> {
  const { rows } = await sql<WrappedKey>`select master_id, wrapped from platform.tenant_key
    where tenant_id = ${tenant}`.execute(tx.as());
  return rows[0];
}

async function makeKey(tx: Tx, tenant: TenantId, wrapping: Buffer, masterId: string): Promise<WrappedKey> {
  const wrapped = encrypt(wrapping, aadOfKey(tenant), randomBytes(32));
  await sql`insert into platform.tenant_key (tenant_id, master_id, wrapped)
    values (${tenant}, ${masterId}, ${wrapped}) on conflict do nothing`.execute(tx.as());
  const row = await selectKey(tx, tenant);
  if (!row) throw new Error(`The data key of tenant ${tenant} is not visible in this transaction`);
  return row;
}

function dataKey(key: Buffer): DataKey {
  return {
    seal: (place, text) => encrypt(key, aadOf(place), Buffer.from(text, 'utf8')),
    open: (place, sealed) => decrypt(key, aadOf(place), sealed).toString('utf8'),
  };
}

function aadOf({ table, column, row }: SealedPlace): Buffer {
  return Buffer.from(`${table}\0${column}\0${row}`, 'utf8');
}

function aadOfKey(tenant: TenantId): Buffer {
  return aadOf({ table: 'platform.tenant_key', column: 'wrapped', row: tenant });
}

function encrypt(key: Buffer, aad: Buffer, plain: Buffer): Buffer {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(aad);
  const body = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([Buffer.of(version), nonce, body, cipher.getAuthTag()]);
}

function decrypt(key: Buffer, aad: Buffer, sealed: Buffer): Buffer {
  if (sealed[0] !== version || sealed.length < 1 + nonceBytes + tagBytes)
    throw new Error('A sealed value has an unknown form');
  const nonce = sealed.subarray(1, 1 + nonceBytes);
  const tag = sealed.subarray(sealed.length - tagBytes);
  const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: tagBytes });
  decipher.setAAD(aad).setAuthTag(tag);
  return Buffer.concat([decipher.update(sealed.subarray(1 + nonceBytes, -tagBytes)), decipher.final()]);
}
