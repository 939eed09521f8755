import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type TestDatabase, testDatabase } from '../testing/test-database.ts';
import { createPool } from './open-database.ts';

const tenants = 427;
const rows = 200_000;
const tenant = '00000000-0000-4000-8000-000000000007';

/** A node of a plan, and below it what PostgreSQL says of it. */
interface Plan {
  readonly 'Node Type': string;
  readonly 'Subplan Name'?: string;
  readonly 'Index Cond'?: string;
  readonly 'Actual Loops'?: number;
  readonly 'Actual Rows'?: number;
  readonly Filter?: string;
  readonly Plans?: readonly Plan[];
}

const nodesOf = (plan: Plan): readonly Plan[] => [plan, ...(plan.Plans ?? []).flatMap(nodesOf)];

/** Every node of the plan of `query`, as the application's role under one tenant's claim. */
async function planOf(t: TestDatabase, query: string, options: string): Promise<readonly Plan[]> {
  const pool = createPool(t.urls.app, { max: 1 });
  try {
    const claims = `select set_config('leitwerk.scope', 'tenant', true), set_config('leitwerk.tenant', '${tenant}', true)`;
    const answers: unknown = await pool.query(
      `begin; ${claims}; ${options.includes('analyze') ? '' : 'set local enable_seqscan = off'};
        explain (${options}, format json) ${query}; commit`,
    );
    const results = answers as readonly { readonly rows: readonly Record<string, unknown>[] }[];
    const found = results.flatMap((result) => result.rows).find((row) => 'QUERY PLAN' in row);
    const [first] = (found?.['QUERY PLAN'] ?? []) as readonly { readonly Plan: Plan }[];
    assert.ok(first);
    return nodesOf(first.Plan);
  } finally {
    await pool.end();
  }
}

/** A named tenant is found by index alone, and the claims are read once, before the rows. */
function assertReadsClaimsOnce(plan: readonly Plan[], what: string): void {
  const initPlans = plan.filter((node) => node['Subplan Name']?.startsWith('InitPlan'));
  assert.ok(initPlans.length > 0, `${what}: no claim is evaluated ahead of the rows`);
  for (const node of initPlans) assert.ok((node['Actual Loops'] ?? 1) <= 1, what);
  for (const node of plan) {
    const perRow = `${node.Filter ?? ''} ${node['Index Cond'] ?? ''}`;
    const early = node['Subplan Name']?.startsWith('InitPlan') || node['Node Type'] === 'Result';
    if (!early) assert.doesNotMatch(perRow, /current_setting|platform\.|identity\./, what);
  }
}

test('with 200,000 rows of 427 tenants the policy is evaluated once and finds its tenant by index', async () => {
  await using t = await testDatabase();
  await t.superuser.query(
    `insert into platform.vorgang (tenant_id, kind) select ('00000000-0000-4000-8000-' ||
      lpad((n % ${tenants})::text, 12, '0'))::uuid, 'test' from generate_series(1, ${rows}) as n`,
  );
  await t.superuser.query('analyze platform.vorgang');
  const plan = await planOf(t, 'select * from platform.vorgang', 'analyze, timing off');
  assertReadsClaimsOnce(plan, 'platform.vorgang');
  const indexed = plan.filter((node) => node['Index Cond']?.includes('tenant_id'));
  assert.ok(indexed.length > 0, JSON.stringify(plan, null, 1));
  assert.ok(!plan.some((node) => node['Node Type'] === 'Seq Scan'));
  assert.equal(plan[0]?.['Actual Rows'], Math.ceil(rows / tenants));
});

// One row an organisation, seen whole in scope reference: that alternative has no index, and needs none.
const smallTables = new Set(['identity.organisation', 'identity.betreuung']);

test('the policy of every tenant table can use an index, and none reads a claim for each row', async () => {
  await using t = await testDatabase();
  const { rows: tables } = await t.superuser.query<{ name: string }>(
    `select oid::regclass::text as name from pg_class where relkind in ('r', 'p')
      and obj_description(oid, 'pg_class') in ('class: tenant', 'class: circle')
      and has_table_privilege('leitwerk_app', oid, 'select') order by 1`,
  );
  assert.ok(tables.length >= 10);
  for (const { name } of tables) {
    const plan = await planOf(t, `select * from ${name}`, 'costs off');
    assertReadsClaimsOnce(plan, name);
    const scans = plan.filter(
      (node) => node['Node Type'] === 'Seq Scan' && !node['Subplan Name']?.startsWith('InitPlan'),
    );
    if (!smallTables.has(name)) assert.deepEqual(scans, [], `${name} is read row by row`);
  }
});
