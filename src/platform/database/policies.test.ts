import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testDatabase } from '../testing/test-database.ts';

interface Policy {
  readonly name: string;
  readonly roles: readonly string[];
  readonly permissive: string;
  readonly condition: string;
}

// Every schema that is not PostgreSQL's own, the job queue's or the list of migrations.
const ours = `(select nspname::text from pg_namespace
  where nspname !~ '^pg_' and nspname not in ('information_schema', 'graphile_worker', 'migration'))`;

async function readPolicies(): Promise<readonly Policy[]> {
  await using t = await testDatabase();
  const { rows } = await t.superuser.query<Policy>(
    `select schemaname || '.' || tablename || ': ' || policyname as name, roles::text[] as roles, permissive,
      concat_ws(' / ', qual, with_check) as condition
    from pg_policies where schemaname in ${ours} order by 1`,
  );
  assert.ok(rows.length >= 50);
  return rows;
}

test('every policy names the role that it is for', async () => {
  for (const { name, roles } of await readPolicies()) {
    assert.ok(roles.length > 0);
    for (const role of roles) assert.match(role, /^leitwerk_(app|relay)$/, name);
  }
});

// (select f()) is evaluated once a statement; f() alone would be evaluated for every row.
const onceAStatement = /\( SELECT [a-z_]+\.\w+\(\) AS \w+\)/g;

test('policies read the claims only as (select …)', async () => {
  for (const { name, condition } of await readPolicies())
    assert.doesNotMatch(
      condition.replaceAll(onceAStatement, ''),
      /current_setting|\b[a-z_]+\.[a-z_]+\(/,
      name,
    );
});

test('only policies of public tables, of the installation’s id and of the relay hold without a condition', async () => {
  const open = (await readPolicies()).filter(({ condition }) => /(^|\/ )true\b/.test(condition));
  for (const { name, roles } of open) {
    const allowed =
      /^[a-z]+\.\w+: read$/.test(name) ||
      name === 'platform.installation: read' ||
      roles.join() === 'leitwerk_relay';
    assert.ok(allowed, name);
  }
});

test('a table with a policy that holds without a condition for the application is public', async () => {
  await using t = await testDatabase();
  const { rows } = await t.superuser.query<{ name: string; comment: string }>(
    `select distinct c.oid::regclass::text as name, obj_description(c.oid, 'pg_class') as comment
    from pg_policies p join pg_class c on c.relname = p.tablename and c.relnamespace = p.schemaname::regnamespace
    where 'leitwerk_app' = any (p.roles) and p.qual = 'true' and c.oid <> 'platform.installation'::regclass`,
  );
  for (const { name, comment } of rows) assert.equal(comment, 'class: public', name);
});
