import assert from 'node:assert/strict';
import { test } from 'node:test';
import { installJobQueue } from '../jobs/install-job-queue.ts';
import { type TestDatabase, testDatabase } from '../testing/test-database.ts';

// Every schema that is not PostgreSQL's own, the job queue's or the list of migrations.
const ours = `(select nspname::text from pg_namespace
  where nspname !~ '^pg_' and nspname not in ('information_schema', 'graphile_worker', 'migration'))`;

async function list(t: TestDatabase, query: string, ...values: unknown[]): Promise<readonly string[]> {
  const { rows } = await t.superuser.query<{ name: string }>(query, values);
  return rows.map(({ name }) => name).toSorted();
}

test('the relay reaches the queue, technical tables and the state of a Vorgang; nothing of a tenant', async () => {
  await using t = await testDatabase();
  const reached = await list(
    t,
    `select distinct c.oid::regclass || '.' || a.attname as name
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where relnamespace::regnamespace::text in ${ours} and relkind in ('r', 'p', 'v', 'm', 'f')
      and obj_description(c.oid, 'pg_class') is distinct from 'class: technical'
      and has_column_privilege('leitwerk_relay', c.oid, a.attnum, 'select, insert, update, references')`,
  );
  assert.deepEqual(reached, [
    'platform.vorgang.finished_at',
    'platform.vorgang.id',
    'platform.vorgang.message',
    'platform.vorgang.reported_at',
    'platform.vorgang.state',
    'platform.vorgang.tenant_id',
  ]);
  const readable = await list(
    t,
    `select attname as name from pg_attribute where attrelid = 'platform.vorgang'::regclass and attnum > 0
      and has_column_privilege('leitwerk_relay', attrelid, attnum, 'select')`,
  );
  assert.deepEqual(readable, ['id', 'reported_at', 'state', 'tenant_id']);
  const emptied = await list(
    t,
    `select oid::regclass::text as name from pg_class where relnamespace::regnamespace::text in ${ours}
      and relkind in ('r', 'p') and has_table_privilege('leitwerk_relay', oid, 'delete, truncate, trigger')`,
  );
  assert.deepEqual(emptied, ['platform.job_worker', 'platform.outbox']);
});

test('the application has no right at all on the job queue, nor on the list of migrations', async () => {
  await using t = await testDatabase();
  await installJobQueue(t.ownerUrl);
  const { rows } = await t.superuser.query(
    `select nspname as name, has_schema_privilege('leitwerk_app', oid, 'usage') as usage,
      has_schema_privilege('leitwerk_app', oid, 'create') as create
    from pg_namespace where nspname in ('graphile_worker', 'migration') order by 1`,
  );
  assert.deepEqual(rows, [
    { name: 'graphile_worker', usage: false, create: false },
    { name: 'migration', usage: false, create: false },
  ]);
  const tables = await list(
    t,
    `select oid::regclass::text as name from pg_class where relkind in ('r', 'p', 'v') and
      relnamespace::regnamespace::text in ('graphile_worker', 'migration')
      and has_table_privilege('leitwerk_app', oid, 'select, insert, update, delete, truncate')`,
  );
  assert.deepEqual(tables, []);
});

test('no role of the program may make objects in any schema, or temporary tables', async () => {
  await using t = await testDatabase();
  const { rows } = await t.superuser.query(
    `select r.rolname as role, coalesce(array_agg(n.nspname::text) filter (where has_schema_privilege(r.oid, n.oid, 'create')), '{}') as schemas,
      has_database_privilege(r.oid, current_database(), 'create, temporary') as database
    from pg_roles r cross join pg_namespace n where r.rolname in ('leitwerk_app', 'leitwerk_relay')
    group by r.oid, r.rolname order by 1`,
  );
  assert.deepEqual(rows, [
    { role: 'leitwerk_app', schemas: [], database: false },
    { role: 'leitwerk_relay', schemas: [], database: false },
  ]);
});

test('the application can neither empty nor refer to a table, pass on a right, or turn a number back', async () => {
  await using t = await testDatabase();
  const rights = await list(
    t,
    `select oid::regclass::text as name from pg_class
      where relnamespace::regnamespace::text in ${ours} and (
        relkind in ('r', 'p', 'v') and (has_table_privilege('leitwerk_app', oid, 'truncate, references, trigger')
          or has_any_column_privilege('leitwerk_app', oid, 'select with grant option, insert with grant option'))
        or relkind = 'S' and has_sequence_privilege('leitwerk_app', oid, 'usage, select, update'))`,
  );
  assert.deepEqual(rights, []);
});

test('nothing of ours is granted to everybody, apart from functions that run as their caller', async () => {
  await using t = await testDatabase();
  const open = await list(
    t,
    `select distinct c.oid::regclass::text as name from pg_class c, aclexplode(c.relacl) a
      where c.relnamespace::regnamespace::text in ${ours} and a.grantee = 0
    union select nspname from pg_namespace n, aclexplode(n.nspacl) a
      where nspname in ${ours} and nspname <> 'public' and a.grantee = 0`,
  );
  assert.deepEqual(open, []);
});
