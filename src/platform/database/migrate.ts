import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';

/** One migration: a plain SQL file, append-only, run in file-name order. */
interface Migration {
  readonly name: string;
  readonly text: string;
  readonly hash: string;
}

const lockKey = 7_243_911;

/** The project's own migrations. */
export const migrationsFolder = join(import.meta.dirname, '../../../migrations');

/**
 * Brings the database to the newest schema, each file in a transaction of its own; two processes that start at once
 * wait for each other. Throws where an applied file was changed or is gone.
 */
export async function migrate(ownerUrl: string, folder = migrationsFolder): Promise<readonly string[]> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [lockKey]);
    await client.query('create schema if not exists migration');
    await client.query(`create table if not exists migration.applied
      (name text primary key, hash text not null, applied_at timestamptz not null default now())`);
    return await applyMissing(client, readMigrations(folder));
  } finally {
    await client.end();
  }
}

async function applyMissing(client: pg.Client, migrations: readonly Migration[]): Promise<readonly string[]> {
  const { rows } = await client.query<{ name: string; hash: string }>(
    'select name, hash from migration.applied',
  );
  const applied = new Map(rows.map((row) => [row.name, row.hash]));
  refuseChanged(migrations, applied);
  const missing = migrations.filter(({ name }) => !applied.has(name));
  for (const migration of missing) await applyOne(client, migration);
  return missing.map(({ name }) => name);
}

function refuseChanged(migrations: readonly Migration[], applied: ReadonlyMap<string, string>): void {
  const known = new Map(migrations.map(({ name, hash }) => [name, hash]));
  for (const [name, hash] of applied) {
    if (known.get(name) === hash) continue;
    throw new Error(
      known.has(name)
        ? `Die Migration ${name} wurde nach ihrer Anwendung geändert. Bitte die ursprüngliche Datei zurückholen.`
        : `Diese Datenbank ist neuer als das Programm (Migration ${name}). Bitte die passende Version von Leitwerk starten.`,
    );
  }
}

async function applyOne(client: pg.Client, migration: Migration): Promise<void> {
  await client.query('begin');
  try {
    await client.query(migration.text);
    await client.query('insert into migration.applied (name, hash) values ($1, $2)', [
      migration.name,
      migration.hash,
    ]);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw new Error(`Migration ${migration.name}: ${error instanceof Error ? error.message : error}`, {
      cause: error,
    });
  }
}

function readMigrations(folder: string): readonly Migration[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .sort()
    .map((name) => {
      const text = readFileSync(join(folder, name), 'utf8');
      return { name, text, hash: createHash('sha256').update(text).digest('hex') };
    });
}
