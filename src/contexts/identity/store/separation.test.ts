import assert from 'node:assert/strict';
import { randomBytes, randomUUID } from 'node:crypto';
import { test } from 'node:test';
import { sql } from 'kysely';
import { actorOf, type Database, parseTenantId, type TenantId, type Tx } from '#platform';
import { testDatabase } from '../../../platform/testing/test-database.ts';
import { seedIdentityRows, tenantTables } from '../testing/seed-rows.ts';

const actor = actorOf('system', 'test');

function tenantOf(text: string): TenantId {
  const tenant = parseTenantId(text);
  assert.ok(tenant);
  return tenant;
}

/** How many rows of an organisation a transaction sees. */
async function seen(tx: Tx, table: string, tenant: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from ${sql.table(table)}
    where tenant_id = ${tenant}`.execute(tx.as());
  return rows[0]?.n ?? -1;
}

/** Every way into the database that is not the organisation's own. */
function foreignWays(
  db: Database,
  foreign: TenantId,
): Record<string, (fn: (tx: Tx) => Promise<void>) => Promise<void>> {
  return {
    public: (fn) => db.withPublic(fn),
    'another organisation': (fn) => db.withTenant(foreign, actor, fn),
    'the circle of another organisation': (fn) => db.withCircle(foreign, actor, fn),
    'reference data': (fn) => db.withReference(actor, fn),
    'reference data of another organisation': (fn) => db.withReference(actor, fn, foreign),
    'an unknown key': (fn) => db.withKey(randomBytes(32), fn),
  };
}

const sealedTables = [...tenantTables.map((table) => `identity.${table}`), 'platform.tenant_key'];

test('no way but its own shows a row of an organisation, in any table', async () => {
  await using t = await testDatabase();
  const own = await seedIdentityRows(t.superuser, {});
  const foreign = tenantOf((await seedIdentityRows(t.superuser, { kind: 'it-dienstleister' })).tenant);
  for (const table of sealedTables) {
    const visible = await t.db.withTenant(tenantOf(own.tenant), actor, (tx) => seen(tx, table, own.tenant));
    assert.ok(visible > 0, `${table} has no seed`);
    for (const [way, open] of Object.entries(foreignWays(t.db, foreign))) {
      await open(async (tx) => assert.equal(await seen(tx, table, own.tenant), 0, `${table} by ${way}`));
    }
  }
});

test('every table of identity declares its class, and every tenant table is tried here', async () => {
  await using t = await testDatabase();
  const { rows } = await t.superuser.query<{ name: string; class: string | null; forced: boolean }>(
    `select relname as name, obj_description(oid, 'pg_class') as class, relrowsecurity and relforcerowsecurity as forced
     from pg_class where relnamespace = 'identity'::regnamespace and relkind = 'r'`,
  );
  assert.ok(rows.length >= 12);
  for (const row of rows) {
    assert.match(row.class ?? '', /^class: (circle|tenant|technical)$/, row.name);
    assert.ok(row.forced, row.name);
  }
  const tenants = rows.filter((row) => row.class === 'class: tenant').map(({ name }) => name);
  assert.deepEqual(tenants.toSorted(), tenantTables.toSorted());
});

test('rows of another organisation can be neither changed nor deleted nor put in', async () => {
  await using t = await testDatabase();
  const own = await seedIdentityRows(t.superuser, {});
  const foreign = tenantOf((await seedIdentityRows(t.superuser, {})).tenant);
  const before = await snapshot(t.superuser);
  for (const table of sealedTables) {
    for (const [way, open] of Object.entries(foreignWays(t.db, foreign))) {
      for (const statement of attacks(table, own.tenant, foreign))
        await open((tx) => attempt(tx, statement)).catch((error: Error) =>
          refusedByDatabase(error, `${table} by ${way}`),
        );
    }
  }
  assert.deepEqual(await snapshot(t.superuser), before);
});

function attacks(table: string, own: string, foreign: string): readonly string[] {
  return [
    `update ${table} set tenant_id = '${foreign}' where tenant_id = '${own}'`,
    `delete from ${table} where tenant_id = '${own}'`,
    `insert into ${table} select * from ${table} where tenant_id = '${own}'`,
    `insert into ${table} (tenant_id) values ('${own}')`,
  ];
}

async function attempt(tx: Tx, statement: string): Promise<void> {
  const { numAffectedRows } = await sql.raw(statement).execute(tx.as());
  assert.equal(Number(numAffectedRows ?? 0), 0, statement);
}

function refusedByDatabase(error: Error, what: string): void {
  assert.match(
    error.message,
    /permission denied|row-level security|read-only|append-only/,
    `${what}: ${error.message}`,
  );
}

async function snapshot(owner: { query: (text: string) => Promise<{ rows: unknown[] }> }): Promise<unknown> {
  const lines: unknown[] = [];
  for (const table of sealedTables) {
    const { rows } = await owner.query(`select row_to_json(t)::text as line from ${table} t order by 1`);
    lines.push(rows);
  }
  return lines;
}

test('a presented key shows its own row and, for a session, its holder; nothing else', async () => {
  await using t = await testDatabase();
  const own = await seedIdentityRows(t.superuser, {});
  await seedIdentityRows(t.superuser, {});
  const expected: Readonly<Record<keyof typeof own.keys, Readonly<Record<string, number>>>> = {
    member: { member: 1 },
    session: { session: 1, member: 1 },
    mail_link: { mail_link: 1 },
    passkey: { passkey: 1 },
    machine_token: { machine_token: 1 },
  };
  for (const name of ['member', 'session', 'mail_link', 'passkey', 'machine_token'] as const) {
    await t.db.withKey(own.keys[name], async (tx) => {
      for (const table of tenantTables) {
        const { rows } = await sql<{ n: number }>`select count(*)::int as n
          from ${sql.table(`identity.${table}`)}`.execute(tx.as());
        assert.equal(rows[0]?.n, expected[name][table] ?? 0, `key of ${name} shows ${table}`);
      }
    });
  }
});

test('a presented key changes at most its own session or its own token', async () => {
  await using t = await testDatabase();
  const own = await seedIdentityRows(t.superuser, {});
  const other = await seedIdentityRows(t.superuser, {});
  const run = (key: Buffer, statement: string) =>
    t.db.withKey(key, async (tx) => Number((await sql.raw(statement).execute(tx.as())).numAffectedRows ?? 0));
  const foreignSession = `key_hash = '\\x${other.keys.session.toString('hex')}'`;
  assert.equal(await run(own.keys.session, 'update identity.session set last_seen_at = now()'), 1);
  assert.equal(
    await run(own.keys.session, `update identity.session set last_seen_at = now() where ${foreignSession}`),
    0,
  );
  assert.equal(await run(own.keys.session, `delete from identity.session where ${foreignSession}`), 0);
  assert.equal(
    await run(own.keys.machine_token, 'update identity.machine_token set last_used_on = current_date'),
    1,
  );
  await assert.rejects(
    run(own.keys.machine_token, `update identity.machine_token set scopes = '{a}'`),
    /permission denied/,
  );
  assert.equal(await run(own.keys.member, `update identity.member set roles = '{administrator}'`), 0);
  assert.equal(await run(own.keys.session, `update identity.member set roles = '{administrator}'`), 0);
});

test('organisations are seen by themselves, their provider in its circle, and their Kommunen; never by others', async () => {
  await using t = await testDatabase();
  const provider = (await seedIdentityRows(t.superuser, { kind: 'it-dienstleister' })).tenant;
  const kommune = (await seedIdentityRows(t.superuser, { provider })).tenant;
  const stranger = (await seedIdentityRows(t.superuser, {})).tenant;
  const ids = async (tx: Tx) => {
    const { rows } = await sql<{ id: string }>`select id from identity.organisation`.execute(tx.as());
    return rows.map(({ id }) => id).toSorted();
  };
  assert.deepEqual(await t.db.withTenant(tenantOf(kommune), actor, ids), [kommune, provider].toSorted());
  assert.deepEqual(await t.db.withTenant(tenantOf(provider), actor, ids), [provider]);
  assert.deepEqual(await t.db.withCircle(tenantOf(provider), actor, ids), [kommune, provider].toSorted());
  assert.deepEqual(await t.db.withCircle(tenantOf(stranger), actor, ids), [stranger]);
  assert.deepEqual(await t.db.withPublic(ids), []);
  assert.deepEqual(await t.db.withKey(randomBytes(32), ids), []);
});

test('a provider cannot write its Kommune a consent, a hand-over or a Betreuung', async () => {
  await using t = await testDatabase();
  const provider = (await seedIdentityRows(t.superuser, { kind: 'it-dienstleister' })).tenant;
  const kommune = (await seedIdentityRows(t.superuser, {})).tenant;
  const statements = [
    `insert into identity.einwilligung values ('${kommune}', '${provider}', current_date, null, 'x')`,
    `insert into identity.uebergabe values ('${kommune}', '${provider}', now())`,
    `insert into identity.betreuung values ('${kommune}', '${provider}', current_date, null)`,
    `insert into identity.organisation (id, kind, name) values ('${randomUUID()}', 'betreiber', 'Fremd')`,
  ];
  for (const statement of statements) {
    for (const open of ['withTenant', 'withCircle'] as const)
      await assert.rejects(
        t.db[open](tenantOf(provider), actor, (tx) => sql.raw(statement).execute(tx.as())),
        /row-level security/,
        statement,
      );
  }
});

test('a consent ends for the provider with the Betreuung', async () => {
  await using t = await testDatabase();
  const provider = (await seedIdentityRows(t.superuser, { kind: 'it-dienstleister' })).tenant;
  const kommune = (await seedIdentityRows(t.superuser, { provider })).tenant;
  const circle = async (open: 'withCircle' | 'withTenant') =>
    t.db[open](tenantOf(provider), actor, async (tx) => {
      const { rows } = await sql<{ ids: string[] }>`select identity.circle() as ids`.execute(tx.as());
      return rows[0]?.ids;
    });
  assert.deepEqual(await circle('withCircle'), [kommune]);
  assert.deepEqual(await circle('withTenant'), []);
  await t.superuser.query(
    `update identity.betreuung set valid_from = current_date - 2, valid_to = current_date - 1`,
  );
  assert.deepEqual(await circle('withCircle'), []);
});

test('attempts and used challenges are reached by their key alone', async () => {
  await using t = await testDatabase();
  const key = randomBytes(32);
  await t.superuser.query(
    `insert into identity.throttle (key_hash, attempts, window_ends_at) values ($1, 9, now() + interval '1 hour')`,
    [key],
  );
  await t.superuser.query(
    `insert into identity.used_challenge (key_hash, expires_at) values ($1, now() + interval '1 hour')`,
    [key],
  );
  const foreign = tenantOf((await seedIdentityRows(t.superuser, {})).tenant);
  for (const table of ['identity.throttle', 'identity.used_challenge']) {
    const count = async (tx: Tx) => {
      const { rows } = await sql`select from ${sql.table(table)}`.execute(tx.as());
      return rows.length;
    };
    assert.equal(await t.db.withKey(key, count), 1);
    for (const [way, open] of Object.entries(foreignWays(t.db, foreign)))
      await open(async (tx) => assert.equal(await count(tx), 0, `${table} by ${way}`));
  }
});
