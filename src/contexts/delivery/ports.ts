import type { Clock } from '#kernel';
import type { Actor, Database, TenantId } from '#platform';

/** Where private receiving keys lie: never in the database nor in a backup of it. */
export interface PrivateKeys {
  /** Keeps a key (PKCS #8, PEM) so that it outlives a power cut. */
  readonly store: (kid: string, pem: string) => Promise<void>;
  readonly load: (kid: string) => Promise<string | null>;
  /** Removes a key for good; does nothing where there is none. */
  readonly remove: (kid: string) => Promise<void>;
}

/** Where ciphertexts of attachments lie, each under the UUID of its row. */
export interface Blobs {
  /** Keeps the bytes under `id` so that they outlive a power cut, all or nothing. Errors of the source go through. */
  readonly put: (id: string, bytes: AsyncIterable<Uint8Array>) => Promise<void>;
  readonly get: (id: string) => Promise<AsyncIterable<Uint8Array> | null>;
  /** Deletes for good; does nothing where there is none. */
  readonly delete: (id: string) => Promise<void>;
}

/** What the use cases of this context stand on. */
export interface Delivery {
  readonly db: Database;
  readonly clock: Clock;
  readonly keys: PrivateKeys;
  readonly blobs: Blobs;
  /** Length of new receiving keys: 4096 in production. */
  readonly keyBits: number;
}

/** On whose behalf and as whom a transaction is opened. */
export interface Party {
  readonly tenant: TenantId;
  readonly actor: Actor;
}
