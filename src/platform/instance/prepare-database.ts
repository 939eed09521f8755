import pg from 'pg';
import { migrate } from '../database/migrate.ts';
import { ensureRoles, type RolePasswords, type RoleUrls } from '../database/roles.ts';
import { installJobQueue } from '../jobs/install-job-queue.ts';

/** A database that is ready for the program. */
export interface PreparedDatabase {
  readonly urls: RoleUrls;
  /** Chosen once, kept in the database, so that it survives backup and restore. */
  readonly installationId: string;
  /** Names of the migrations that were applied just now. */
  readonly applied: readonly string[];
}

const lockKey = 7_243_913;
const oldestVersion = 150_000;

/** Makes roles, schema and job queue where they are missing; processes that start at once wait for each other. */
export async function prepareDatabase(ownerUrl: string, passwords: RolePasswords): Promise<PreparedDatabase> {
  const client = new pg.Client({ connectionString: ownerUrl, connectionTimeoutMillis: 10_000 });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [lockKey]);
    await refuseUnfitServer(client);
    const urls = await ensureRoles(ownerUrl, passwords);
    const applied = await migrate(ownerUrl);
    await installJobQueue(ownerUrl);
    return { urls, applied, installationId: await installationId(client) };
  } finally {
    await client.end();
  }
}

interface Fitness {
  readonly version: number;
  readonly text: string;
  readonly unbound: boolean;
}

/** The owner must see all rows (migrations, export), so it is a superuser or has BYPASSRLS. */
async function refuseUnfitServer(client: pg.Client): Promise<void> {
  const { rows } = await client.query<Fitness>(
    `select current_setting('server_version_num')::int as version, current_setting('server_version') as text,
      rolsuper or (rolbypassrls and rolcreaterole) as unbound from pg_roles where rolname = current_user`,
  );
  const found = rows[0];
  if (!found || found.version < oldestVersion) {
    throw new Error(
      `Leitwerk braucht PostgreSQL ab Version 15; unter DATABASE_URL läuft Version ${found?.text}. Bitte PostgreSQL erneuern.`,
    );
  }
  if (!found.unbound) {
    throw new Error(
      'Der Benutzer in DATABASE_URL braucht die Rechte CREATEROLE und BYPASSRLS, siehe docs/operations.md: alter role … createrole bypassrls.',
    );
  }
}

async function installationId(client: pg.Client): Promise<string> {
  await client.query('insert into platform.installation default values on conflict do nothing');
  const { rows } = await client.query<{ id: string }>('select id from platform.installation');
  return rows[0]?.id ?? '';
}
