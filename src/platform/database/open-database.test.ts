import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { testDatabase } from '../testing/test-database.ts';
import { createPool, openDatabase } from './open-database.ts';
import { actorOf, type Database, parseTenantId, type TenantId, type Tx } from './tx.ts';

const actor = actorOf('system', 'test');

function tenant(n: number): TenantId {
  const id = parseTenantId(`${n}0000000-0000-4000-8000-000000000000`);
  assert.ok(id);
  return id;
}

const [a, b] = [tenant(1), tenant(2)];

/** The tenants whose Vorgänge the transaction sees, and the claims that stand. */
async function seen(tx: Tx): Promise<{ readonly tenants: readonly string[]; readonly claims: string }> {
  const { rows } = await sql<{ tenant_id: string }>`select distinct tenant_id from platform.vorgang`.execute(
    tx.as<object>(),
  );
  const claims = await sql<{ text: string }>`select concat_ws('|', current_setting('leitwerk.scope', true),
    current_setting('leitwerk.tenant', true), current_setting('leitwerk.key', true)) as text`.execute(
    tx.as<object>(),
  );
  return { tenants: rows.map((row) => row.tenant_id), claims: claims.rows[0]?.text ?? '' };
}

const write = (tx: Tx) => sql`insert into platform.vorgang (kind) values ('test')`.execute(tx.as<object>());

/** One transaction of each kind; the middle ones fail after they have read and written. */
function round(db: Database): readonly (() => Promise<void>)[] {
  const fails = async (tx: Tx): Promise<never> => {
    await write(tx);
    throw new Error('midway');
  };
  const broken = async (tx: Tx): Promise<void> => {
    await write(tx);
    await sql`select 1 / 0`.execute(tx.as<object>());
  };
  const own = (id: TenantId) => async () =>
    assert.deepEqual(await db.withTenant(id, actor, seen), { tenants: [id], claims: `tenant|${id}|` });
  return [
    own(a),
    async () => assert.deepEqual(await db.withPublic(seen), { tenants: [], claims: 'public||' }),
    own(b),
    () => assert.rejects(db.withTenant(a, actor, fails), /midway/),
    async () =>
      assert.deepEqual(await db.withKey(Buffer.from('ff', 'hex'), seen), { tenants: [], claims: 'key||ff' }),
    () => assert.rejects(db.withTenant(b, actor, broken), /division by zero/),
    async () => assert.deepEqual((await db.withReference(actor, seen)).tenants, []),
    () =>
      assert.rejects(
        db.withPublic((tx) => write(tx)),
        /read-only transaction/,
      ),
    async () => assert.deepEqual((await db.withCircle(a, actor, seen)).tenants, [a]),
  ];
}

for (const max of [1, 4]) {
  test(`on ${max} reused connection(s) no transaction sees the rows of the one before, even of one that failed`, async () => {
    await using t = await testDatabase();
    const db = openDatabase(t.urls.app, { max });
    try {
      for (const id of [a, b]) await db.withTenant(id, actor, write);
      for (let i = 0; i < 5; i += 1) for (const step of round(db)) await step();
      const all = Array.from({ length: 20 }, () => round(db)).flat();
      await Promise.all(all.map((step) => step()));
      const { rows } = await t.superuser.query<{ n: number }>(
        'select count(*)::int as n from platform.vorgang',
      );
      assert.equal(rows[0]?.n, 2, 'what failed left nothing');
    } finally {
      await db.close();
    }
  });
}

test('after each transaction, committed or failed, its connection holds no claim', async () => {
  await using t = await testDatabase();
  const pool = createPool(t.urls.app, { max: 1 });
  const claim = `select set_config('leitwerk.scope', 'tenant', true), set_config('leitwerk.tenant', '${a}', true)`;
  const insert = `insert into platform.vorgang (kind) values ('test')`;
  const left = async () => {
    const { rows } = await pool.query(
      `select coalesce(current_setting('leitwerk.scope', true), '') || coalesce(current_setting('leitwerk.tenant', true), '') as claims,
        platform.tenant() as tenant, (select count(*)::int from platform.vorgang) as rows`,
    );
    return rows[0];
  };
  const nothing = { claims: '', tenant: null, rows: 0 };
  try {
    await pool.query(`begin; ${claim}; ${insert}; commit`);
    assert.deepEqual(await left(), nothing);
    await assert.rejects(pool.query(`begin; ${claim}; ${insert}; select 1 / 0; commit`));
    await pool.query('rollback');
    assert.deepEqual(await left(), nothing);
    await pool.query(`begin; ${claim}; savepoint s; ${insert}; rollback to s; commit`);
    assert.deepEqual(await left(), nothing);
  } finally {
    await pool.end();
  }
});

test('a claim that somebody set for a whole connection does not reach the next transaction', async () => {
  await using t = await testDatabase();
  const db = openDatabase(t.urls.app, { max: 1 });
  try {
    for (const id of [a, b]) await db.withTenant(id, actor, write);
    await db.withTenant(a, actor, (tx) =>
      sql`select set_config('leitwerk.tenant', ${b}, false), set_config('leitwerk.key', 'ff', false)`.execute(
        tx.as<object>(),
      ),
    );
    assert.deepEqual(await db.withPublic(seen), { tenants: [], claims: 'public||' });
    assert.deepEqual(await db.withTenant(a, actor, seen), { tenants: [a], claims: `tenant|${a}|` });
  } finally {
    await db.close();
  }
});

test('a prepared statement planned for one tenant shows the next one its own rows only', async () => {
  await using t = await testDatabase();
  for (const id of [a, b]) await t.db.withTenant(id, actor, write);
  const pool = createPool(t.urls.app, { max: 1 });
  try {
    for (let i = 0; i < 20; i += 1) {
      const id = i % 2 === 0 ? a : b;
      await pool.query('begin');
      await pool.query(`select set_config('leitwerk.tenant', $1, true)`, [id]);
      const { rows } = await pool.query({ name: 'own', text: 'select tenant_id from platform.vorgang' });
      await pool.query('commit');
      assert.deepEqual(rows, [{ tenant_id: id }]);
    }
    assert.deepEqual(
      (await pool.query({ name: 'own', text: 'select tenant_id from platform.vorgang' })).rows,
      [],
    );
  } finally {
    await pool.end();
  }
});

test('reading without a tenant cannot be turned into writing', async () => {
  await using t = await testDatabase();
  const turn = t.db.withPublic((tx) => sql`set transaction read write`.execute(tx.as<object>()));
  await assert.rejects(turn, /must be set before any query/);
});

test('a connection that the server ends in the middle of a transaction leaves nothing to the next', async () => {
  await using t = await testDatabase();
  const db = openDatabase(t.urls.app, { max: 1 });
  try {
    const ended = db.withTenant(a, actor, async (tx) => {
      await write(tx);
      const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(tx.as<object>());
      await t.superuser.query('select pg_terminate_backend($1)', [rows[0]?.pid]);
      await write(tx);
    });
    await assert.rejects(ended);
    assert.deepEqual(await db.withTenant(b, actor, seen), { tenants: [], claims: `tenant|${b}|` });
    assert.deepEqual(await db.withTenant(a, actor, seen), { tenants: [], claims: `tenant|${a}|` });
  } finally {
    await db.close();
  }
});
