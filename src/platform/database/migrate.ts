import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';

/** One migration: a plain SQL file, append-only, run in file-name order. */
interface Migration {
  readonly name: string;
  readonly text: string;
  readonly hash: string;
}

type Applied = Pick<Migration, 'name' | 'hash'>;

const lockKey = 7_243_911;

/** The project's own migrations. */
export const migrationsFolder = join(import.meta.dirname, '../../../migrations');

/**
 * Brings the database to the newest schema, each file in a transaction of its own; two processes that start at once
 * wait for each other. A file that ran in a form which a released state once had is brought to its present one by the file
 * in `earlier/` that bears the earlier form's hash. Throws where an applied file was changed otherwise, or is gone.
 */
export async function migrate(ownerUrl: string, folder = migrationsFolder): Promise<readonly string[]> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [lockKey]);
    await client.query('create schema if not exists migration');
    await client.query(`create table if not exists migration.applied
      (name text primary key, hash text not null, applied_at timestamptz not null default now())`);
    return await applyMissing(client, readMigrations(folder), folder);
  } finally {
    await client.end();
  }
}

async function applyMissing(
  client: pg.Client,
  migrations: readonly Migration[],
  folder: string,
): Promise<readonly string[]> {
  const { rows } = await client.query<Applied>('select name, hash from migration.applied order by name');
  const mended = await mendEarlier(client, migrations, rows, folder);
  const applied = new Map([...rows, ...mended].map((row) => [row.name, row.hash]));
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

const hashLength = 12;

/** Brings what ran in an earlier form to its present one; returns what now counts as applied. */
async function mendEarlier(
  client: pg.Client,
  migrations: readonly Migration[],
  applied: readonly Applied[],
  folder: string,
): Promise<readonly Applied[]> {
  const present = new Map(migrations.map((migration) => [migration.name, migration]));
  const mended: Applied[] = [];
  for (const { name, hash } of applied) {
    const migration = present.get(name);
    if (migration === undefined || migration.hash === hash) continue;
    const file = `${name.slice(0, -'.sql'.length)}.${hash.slice(0, hashLength)}.sql`;
    const path = join(folder, 'earlier', file);
    if (!existsSync(path)) continue;
    await inOne(client, `earlier/${file}`, readFileSync(path, 'utf8'), [
      'update migration.applied set hash = $2 where name = $1',
      migration,
    ]);
    mended.push(migration);
  }
  return mended;
}

function applyOne(client: pg.Client, migration: Migration): Promise<void> {
  return inOne(client, migration.name, migration.text, [
    'insert into migration.applied (name, hash) values ($1, $2)',
    migration,
  ]);
}

/** Runs a file and notes it, both or neither. */
async function inOne(
  client: pg.Client,
  file: string,
  text: string,
  [note, { name, hash }]: readonly [string, Applied],
): Promise<void> {
  await client.query('begin');
  try {
    await client.query(text);
    await client.query(note, [name, hash]);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw new Error(`Migration ${file}: ${error instanceof Error ? error.message : error}`, {
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
