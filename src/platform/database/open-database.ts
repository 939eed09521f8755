import { Kysely, PostgresDialect, sql } from 'kysely';
import pg from 'pg';
import { type Actor, type Database, type Scope, type TenantId, type Tx, txOf } from './tx.ts';

/** How many connections a process holds, and whom it tells of one that breaks. */
export interface PoolOptions {
  readonly max?: number;
  readonly onError?: (error: Error) => void;
  /** Commits do not wait for the disk: for what may be done again after a crash, all of it or none. */
  readonly repeatable?: boolean;
}

interface Claims {
  readonly scope: Scope;
  readonly tenant?: TenantId;
  readonly actor?: Actor;
  readonly key?: Buffer;
}

// A date is a calendar day, not an instant: the driver would shift it into the local time zone.
const dateAsText = { getTypeParser: typeParser };

function typeParser(oid: number, format?: 'text' | 'binary'): ReturnType<typeof pg.types.getTypeParser> {
  if (oid === pg.types.builtins.DATE) return (text: string) => text;
  if (oid === pg.types.builtins.INT8) return Number;
  return pg.types.getTypeParser(oid, format as 'text');
}

/** A connection pool; a connection that breaks is reported or rejects its query, and never ends the process. */
export function createPool(url: string, options: PoolOptions = {}): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max: options.max ?? 10,
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 60_000,
    ...(options.repeatable ? { options: '-c synchronous_commit=off' } : {}),
    types: dateAsText as unknown as pg.CustomTypesConfig,
  });
  pool.on('error', (error) => options.onError?.(error));
  // A connection that breaks while it is in use rejects its query; unheard, its event would end the process as well.
  pool.on('connect', (client) => client.on('error', () => {}));
  return pool;
}

/** Opens the database as the application's own role, which row-level security binds. */
export function openDatabase(url: string, options: PoolOptions = {}): Database {
  const pool = createPool(url, options);
  const kysely = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) });
  const tell = newsTeller(kysely);
  const within = async <T>(claims: Claims, fn: (tx: Tx) => Promise<T>): Promise<T> => {
    const transaction = kysely.transaction();
    const scoped = readsOnly(claims.scope) ? transaction.setAccessMode('read only') : transaction;
    let news = false;
    const wakeWorker = () => {
      news = true;
    };
    const done = await scoped.execute(async (connection) => {
      await claim(connection, claims);
      const { scope, actor = null, tenant = null } = claims;
      return fn(txOf(connection, { scope, actor, tenant, wakeWorker }));
    });
    if (news) tell.now();
    return done;
  };
  return {
    withPublic: (fn) => within({ scope: 'public' }, fn),
    withTenant: (tenant, actor, fn) => within({ scope: 'tenant', tenant, actor }, fn),
    withCircle: (tenant, actor, fn) => within({ scope: 'circle', tenant, actor }, fn),
    withReference: (actor, fn, tenant) =>
      within({ scope: 'reference', actor, ...(tenant ? { tenant } : {}) }, fn),
    withKey: (key, fn) => within({ scope: 'key', key }, fn),
    withFigures: (fn) => within({ scope: 'figures' }, fn),
    close: async () => {
      await tell.idle();
      await kysely.destroy();
    },
  };
}

function readsOnly(scope: Scope): boolean {
  return scope === 'public' || scope === 'figures';
}

/** Sets all four claims, so that nothing of an earlier transaction on this connection remains. */
async function claim(connection: Kysely<unknown>, claims: Claims): Promise<void> {
  await sql`select set_config('leitwerk.scope', ${claims.scope}, true),
    set_config('leitwerk.tenant', ${claims.tenant ?? ''}, true),
    set_config('leitwerk.actor', ${claims.actor ?? ''}, true),
    set_config('leitwerk.key', ${claims.key?.toString('hex') ?? ''}, true)`.execute(connection);
}

/**
 * Tells the worker that events wait. Within the transaction that wrote them, PostgreSQL would hold its one lock of all
 * notifications until the disk has the commit; alone it writes nothing and holds it for a moment. Nobody waits for it, and
 * news that come meanwhile are told together: the worker looks by itself every few seconds anyway.
 */
function newsTeller(db: Kysely<unknown>) {
  let running: Promise<void> | null = null;
  let again = false;
  const turn = async () => {
    do {
      again = false;
      await sql`select pg_notify('leitwerk_outbox', '')`.execute(db).catch(() => {});
    } while (again);
    running = null;
  };
  return {
    now: () => {
      again = true;
      running ??= turn();
    },
    idle: async () => {
      await running;
    },
  };
}
