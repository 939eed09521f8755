import assert from 'node:assert/strict';
import { test } from 'node:test';
import pg from 'pg';
import { installJobQueue } from '../jobs/install-job-queue.ts';
import { type TestDatabase, testDatabase } from '../testing/test-database.ts';

// Every schema that is not PostgreSQL's own, the job queue's or the list of migrations.
const ours = `(select nspname::text from pg_namespace
  where nspname !~ '^pg_' and nspname not in ('information_schema', 'graphile_worker', 'migration'))`;

async function list(t: TestDatabase, query: string, ...values: unknown[]): Promise<readonly string[]> {
  const { rows } = await t.superuser.query<{ name: string }>(query, values);
  return rows.map(({ name }) => name).toSorted();
}

async function loginOf(url: string): Promise<string> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ name: string }>('select session_user as name');
  await client.end();
  return rows[0]?.name ?? '';
}

test('neither login role can bypass row-level security, by itself or by a role that it belongs to', async () => {
  await using t = await testDatabase();
  for (const kind of ['app', 'relay'] as const) {
    const login = await loginOf(t.urls[kind]);
    const { rows } = await t.superuser.query(
      `with recursive memberships as (
        select oid from pg_roles where rolname = $1
        union select m.roleid from pg_auth_members m join memberships on m.member = memberships.oid)
      select rolname, rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolreplication
      from pg_roles join memberships using (oid) order by length(rolname) desc`,
      [login],
    );
    const bound = {
      rolsuper: false,
      rolbypassrls: false,
      rolcreaterole: false,
      rolcreatedb: false,
      rolreplication: false,
    };
    assert.deepEqual(
      rows.toSorted((a, b) => (a.rolname === login ? -1 : b.rolname === login ? 1 : 0)),
      [
        { rolname: login, ...bound },
        { rolname: `leitwerk_${kind}`, ...bound },
      ],
    );
  }
});

test('the login roles own nothing, and the groups own nothing but the job queue', async () => {
  await using t = await testDatabase();
  await installJobQueue(t.ownerUrl);
  const owned = await list(
    t,
    `select distinct owner::regrole || ' owns ' || thing as name from (
      select relowner as owner, relnamespace::regnamespace || ' tables' as thing from pg_class
      union all select proowner, pronamespace::regnamespace || ' functions' from pg_proc
      union all select typowner, typnamespace::regnamespace || ' types' from pg_type
      union all select nspowner, nspname || ' schema' from pg_namespace
      union all select datdba, 'database' from pg_database where datname = current_database()) x
    where pg_has_role(owner, 'leitwerk_app', 'usage') and not (select rolsuper from pg_roles where oid = owner)
      or owner::regrole::text like 'leitwerk\\_%' or owner::regrole::text like '%\\_login\\_%'`,
  );
  assert.deepEqual(
    owned.filter((line) => !/^leitwerk_relay owns (graphile_worker |pg_toast tables)/.test(line)),
    [],
  );
});

test('every table of ours is under row-level security, forced on its owner too', async () => {
  await using t = await testDatabase();
  const bare = await list(
    t,
    `select oid::regclass::text as name from pg_class where relnamespace::regnamespace::text in ${ours}
      and relkind in ('r', 'p', 'f', 'm') and not (relrowsecurity and relforcerowsecurity)`,
  );
  assert.deepEqual(bare, []);
});

test('no function runs with its definer’s rights, and every view with its reader’s', async () => {
  await using t = await testDatabase();
  await installJobQueue(t.ownerUrl);
  const definers = await list(
    t,
    `select oid::regprocedure::text as name from pg_proc where prosecdef
      and pronamespace::regnamespace::text <> all (array['pg_catalog', 'information_schema'])`,
  );
  assert.deepEqual(definers, []);
  const views = await list(
    t,
    `select oid::regclass::text as name from pg_class where relkind in ('v', 'm')
      and relnamespace::regnamespace::text in ${ours}
      and not coalesce(reloptions::text[] && array['security_invoker=true', 'security_invoker=on'], false)`,
  );
  assert.deepEqual(views, []);
});

test('another installation’s database on the same server is closed to the login roles', async () => {
  await using t = await testDatabase();
  await using other = await testDatabase();
  const { rows } = await other.superuser.query<{ name: string }>('select current_database() as name');
  for (const url of [t.urls.app, t.urls.relay]) {
    const foreign = url.replace(
      /^(postgres(?:ql)?:\/\/[^/]*\/)[^?]*/,
      (_, start: string) => start + rows[0]?.name,
    );
    const client = new pg.Client({ connectionString: foreign });
    await assert.rejects(client.connect(), { code: '42501' });
  }
});
