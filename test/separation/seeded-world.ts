import type pg from 'pg';
import { createPool } from '../../src/platform/database/open-database.ts';
import { testDatabase } from '../../src/platform/testing/test-database.ts';
import { readTables, type Table } from './catalog.ts';
import { providerSeed } from './identity-seeds.ts';
import { provider, type SeedTenant, strangeProvider, tenantA, tenantB } from './seed-tenant.ts';
import { seeds } from './seeds.ts';

/** A row that the owner seeded: where it lies, its content, and whose it is. */
export interface SeededRow {
  readonly place: string;
  readonly content: string;
  readonly owner: 'A' | 'B';
}

/** A database with rows of A and B in every table, and one connection of the application's own role. */
export interface SeededWorld extends AsyncDisposable {
  readonly owner: pg.Pool;
  readonly app: pg.PoolClient;
  readonly tables: readonly Table[];
  readonly rowsOf: (table: string) => readonly SeededRow[];
}

export async function seededWorld(): Promise<SeededWorld> {
  const t = await testDatabase();
  const tables = await readTables(t.superuser);
  for (const id of [provider, strangeProvider]) await t.superuser.query(providerSeed(id));
  const before = await contents(t.superuser, tables);
  await seed(t.superuser, tables, tenantA);
  const withA = await contents(t.superuser, tables);
  await seed(t.superuser, tables, tenantB);
  const withBoth = await contents(t.superuser, tables);
  const rowsOf = (table: string): readonly SeededRow[] => [
    ...added(before, withA, table).map((row) => ({ ...row, owner: 'A' as const })),
    ...added(withA, withBoth, table).map((row) => ({ ...row, owner: 'B' as const })),
  ];
  const pool = createPool(t.urls.app, { max: 1 });
  const app = await pool.connect();
  const dispose = async () => {
    app.release();
    await pool.end();
    await t[Symbol.asyncDispose]();
  };
  return { owner: t.superuser, app, tables, rowsOf, [Symbol.asyncDispose]: dispose };
}

type Row = Omit<SeededRow, 'owner'>;
type Contents = ReadonlyMap<string, readonly Row[]>;

async function contents(owner: pg.Pool, tables: readonly Table[]): Promise<Contents> {
  const all = new Map<string, readonly Row[]>();
  for (const { name } of tables) all.set(name, await tableContents(owner, name));
  return all;
}

/** All rows of a table with their places, as the owner sees them. */
export async function tableContents(owner: pg.Pool, table: string): Promise<readonly Row[]> {
  const { rows } = await owner.query<Row>(
    `select x.ctid::text as place, to_jsonb(x)::text as content from ${table} x order by x.ctid`,
  );
  return rows;
}

function added(before: Contents, after: Contents, table: string): readonly Row[] {
  const places = new Set(before.get(table)?.map(({ place }) => place));
  return (after.get(table) ?? []).filter(({ place }) => !places.has(place));
}

async function seed(owner: pg.Pool, tables: readonly Table[], tenant: SeedTenant): Promise<void> {
  const client = await owner.connect();
  try {
    await client.query('begin');
    await client.query(
      `select set_config('leitwerk.tenant', $1, true), set_config('leitwerk.actor', 'system:test', true)`,
      [tenant.id],
    );
    for (const [name, statement] of Object.entries(seeds)) {
      // A seed of a table that is gone fails a test of its own.
      if (tables.some((table) => table.name === name)) await client.query(statement(tenant));
    }
    await client.query('commit');
  } finally {
    client.release();
  }
}
