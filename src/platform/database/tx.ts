import type { Kysely } from 'kysely';
import { type Brand, isUuid } from '#kernel';

/** The organisation whose rows a transaction may see: a UUID of `identity.organisation`. */
export type TenantId = Brand<string, 'TenantId'>;

/** Who acts: `mitglied:<uuid>`, `maschine:<uuid>`, `betreiber:<name>` or `system:<name>`. */
export type Actor = Brand<string, 'Actor'>;

/** What a transaction may reach; row-level security reads it from the setting `leitwerk.scope`. */
export type Scope = 'public' | 'tenant' | 'circle' | 'reference' | 'key' | 'figures';

declare const opened: unique symbol;

/** An open transaction with its scope set. Only the `with…` functions of `Database` make one. */
export interface Tx {
  readonly [opened]: true;
  readonly scope: Scope;
  readonly actor: Actor | null;
  /** Whose rows it may see beside public ones; `null` where nobody's. */
  readonly tenant: TenantId | null;
  /** Lets the worker look for events as soon as this transaction has committed. */
  readonly wakeWorker: () => void;
  /** The transaction, typed with the tables of the calling context. */
  readonly as: <Tables>() => Kysely<Tables>;
}

/** The only ways to the data. Each runs `fn` in one transaction that commits when `fn` resolves. */
export interface Database {
  /** Reads public tables; cannot write. */
  readonly withPublic: <T>(fn: (tx: Tx) => Promise<T>) => Promise<T>;
  /** Reads public tables, reads and writes the rows of one tenant. */
  readonly withTenant: <T>(tenant: TenantId, actor: Actor, fn: (tx: Tx) => Promise<T>) => Promise<T>;
  /** As `withTenant` for an IT-Dienstleister, and reads what its Kommunen share with their circle. */
  readonly withCircle: <T>(provider: TenantId, actor: Actor, fn: (tx: Tx) => Promise<T>) => Promise<T>;
  /** Writes public tables (imports, confirmed facts); with `tenant` also that tenant's rows. */
  readonly withReference: <T>(actor: Actor, fn: (tx: Tx) => Promise<T>, tenant?: TenantId) => Promise<T>;
  /** Reads only the rows whose key hash is presented: a session, a token, an invitation. */
  readonly withKey: <T>(keyHash: Buffer, fn: (tx: Tx) => Promise<T>) => Promise<T>;
  /**
   * Reads what figures over many Kommunen are computed from, of all of them. For the process that counts, never for an
   * answer as such: whoever asks gets only what consent allows.
   */
  readonly withFigures: <T>(fn: (tx: Tx) => Promise<T>) => Promise<T>;
  readonly close: () => Promise<void>;
}

/** Makes the value that `Tx` stands for; used by `openDatabase` alone. */
export function txOf(
  connection: Kysely<unknown>,
  claims: Pick<Tx, 'scope' | 'actor' | 'tenant' | 'wakeWorker'>,
): Tx {
  const tx = { ...claims, as: () => connection };
  return tx as unknown as Tx;
}

/** Parses a tenant id; `null` where the text is no UUID. */
export function parseTenantId(text: string): TenantId | null {
  return isUuid(text) ? (text as TenantId) : null;
}

/** An actor from its kind and key. */
export function actorOf(kind: 'mitglied' | 'maschine' | 'betreiber' | 'system', key: string): Actor {
  return `${kind}:${key}` as Actor;
}

/** Parses an actor as an event names it; `null` where the text names nobody. */
export function parseActor(text: string): Actor | null {
  return /^(mitglied|maschine|betreiber|system):.+$/.test(text) ? (text as Actor) : null;
}
