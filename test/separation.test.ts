import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { ownersOnly } from './separation/attacks.ts';
import { attempt } from './separation/attempt.ts';
import { readRoutines, readSealedTables, readViews, type Table } from './separation/catalog.ts';
import { escapes, escapesOutsideTransactions } from './separation/escapes.ts';
import { namedTables } from './separation/expectations.ts';
import { type SeededWorld, seededWorld } from './separation/seeded-world.ts';
import { seeds, singleRowTables } from './separation/seeds.ts';
import { assertCannotReach, assertRefused, assertSees } from './separation/table-checks.ts';
import { assertAnswersNothing, assertShowsNothing } from './separation/view-checks.ts';
import { type ViewerKey, viewers } from './separation/viewers.ts';

const noRight = ['42501'];
const everybody = Object.keys(viewers) as ViewerKey[];

// The hooks stand in a suite: outside of one they would be those of the whole run.
describe("rows of two tenants, as the application's own role", () => {
  let world: SeededWorld;
  before(async () => {
    world = await seededWorld();
  });
  after(() => world[Symbol.asyncDispose]());

  test('every table declares its class of data and has a seed; no seed or exception is left over', () => {
    const names = world.tables.map(({ name }) => name);
    assert.ok(names.length >= 30, `${names.length} tables`);
    const undeclared = world.tables.filter(({ dataClass }) => dataClass === null);
    assert.deepEqual(
      undeclared.map(({ name, comment }) => `${name}: ${comment}`),
      [],
      'tables whose comment is not „class: public“, „class: circle“, „class: tenant“ or „class: technical“',
    );
    assert.deepEqual(
      names.filter((name) => !(name in seeds)),
      [],
      'tables without a seed in test/separation/',
    );
    const gone = [...Object.keys(seeds), ...namedTables].filter((name) => !names.includes(name));
    assert.deepEqual(gone, [], 'seeds and exceptions of tables that do not exist');
  });

  test('every seed put a row of each of the two tenants', () => {
    for (const { name } of world.tables) {
      const owners = new Set(world.rowsOf(name).map(({ owner }) => owner));
      assert.deepEqual([...owners], singleRowTables.has(name) ? ['A'] : ['A', 'B'], name);
    }
  });

  for (const key of everybody) {
    const viewer = viewers[key];
    test(`with ${viewer.name} every table shows just the rows that it may show`, async () => {
      for (const table of world.tables) await assertSees(world, table, key);
    });
    test(`with ${viewer.name} no row of somebody else can be changed, deleted, locked, forged or given away`, async () => {
      for (const table of world.tables) await assertCannotReach(world, table, key);
    });
    test(`with ${viewer.name} no view and no function tells of somebody else`, async () => {
      for (const view of await readViews(world.owner)) await assertShowsNothing(world, view, key);
      for (const routine of await readRoutines(world.owner)) await assertAnswersNothing(world, routine, key);
    });
  }

  test('no table can be emptied, unlocked, retriggered, regranted or dropped by the application', async () => {
    for (const key of ['tenantA', 'reference', 'noClaims'] as const) {
      for (const table of world.tables) {
        for (const statement of ownersOnly(table))
          assertRefused(await attempt(world.app, viewers[key], statement, 'rollback'), statement, noRight);
      }
    }
  });

  test('the application cannot become another role, make objects or read past the tables', async () => {
    const { rows } = await world.owner.query<{ name: string }>('select current_user as name');
    const owner = `"${rows[0]?.name}"`;
    const asOwner = [
      `set role ${owner}`,
      `set session authorization ${owner}`,
      `grant ${owner} to current_user`,
    ];
    for (const statement of [...escapes, ...asOwner])
      assertRefused(await attempt(world.app, viewers.tenantA, statement, 'rollback'), statement, noRight);
  });

  test('nor the server, by statements outside of transactions', async () => {
    for (const statement of escapesOutsideTransactions)
      await assert.rejects(world.app.query(statement), { code: '42501' }, statement);
  });

  test('with row-level security switched off in the session, tables answer with an error and not with rows', async () => {
    for (const { name, dataClass } of world.tables) {
      if (dataClass === 'public') continue;
      const outcome = await attempt(
        world.app,
        viewers.tenantA,
        `select from (select set_config('row_security', 'off', true)) s; select * from ${name}`,
        'rollback',
      );
      assertRefused(outcome, name, noRight);
    }
  });

  test('the statistics of the planner tell nothing of the values in protected tables', async () => {
    await world.owner.query('analyze');
    const statement = `select distinct schemaname || '.' || tablename as name from pg_stats
      where schemaname not in ('pg_catalog', 'information_schema')`;
    const outcome = await attempt(world.app, viewers.tenantA, statement, 'rollback');
    assert.ok(outcome.done);
    assert.deepEqual(outcome.rows, []);
  });

  test('what is append-only cannot change, not even by a writer of reference data', async () => {
    const sealed = await readSealedTables(world.owner);
    const appendOnly = world.tables.filter(
      ({ name, columns }) =>
        sealed.includes(name) || columns.includes('entfallen') || name.endsWith('.fassung'),
    );
    assert.ok(appendOnly.length >= 20);
    for (const { name, settable } of appendOnly) {
      for (const key of ['reference', 'referenceOfA', 'tenantA'] as const) {
        for (const statement of [`update ${name} set ${settable[0]} = ${settable[0]}`, `delete from ${name}`])
          assertRefused(await attempt(world.app, viewers[key], statement, 'rollback'), statement, noRight);
      }
    }
  });

  test('what refuses changes refuses its owner too', async () => {
    const sealed = await readSealedTables(world.owner);
    assert.ok(sealed.includes('platform.audit'));
    for (const name of sealed) {
      const column = world.tables.find((table) => table.name === name)?.settable[0];
      for (const statement of [`update ${name} set ${column} = ${column}`, `delete from ${name}`])
        await assert.rejects(world.owner.query(statement), /append-only/, statement);
    }
    await assert.rejects(world.owner.query('truncate platform.audit'), /append-only/);
  });
});

// Each of these would be a hole; the checks above must see it.
const holes: Readonly<Record<string, (w: SeededWorld) => Promise<void>>> = {
  'alter table identity.recovery_code disable row level security': (w) =>
    everyTable(w, (table) => assertSees(w, table, 'tenantA')),
  'create policy hole on platform.tenant_key for select to leitwerk_app using (true)': (w) =>
    everyTable(w, (table) => assertSees(w, table, 'noClaims')),
  'drop policy own on identity.passkey': (w) => everyTable(w, (table) => assertSees(w, table, 'tenantA')),
  'alter policy own on identity.member with check (true)': (w) =>
    everyTable(w, (table) => assertCannotReach(w, table, 'tenantA')),
  'grant update, delete on catalogue.leistung to leitwerk_app; alter policy write on catalogue.leistung using (true)':
    (w) => everyTable(w, (table) => assertCannotReach(w, table, 'public')),
  'create view identity.hole as select * from identity.mail_link; grant select on identity.hole to leitwerk_app':
    (w) => assertShowsNothing(w, 'identity.hole', 'nobody'),
  'create function identity.hole() returns text language sql stable security definer return (select min(id::text) from identity.session)':
    (w) => assertAnswersNothing(w, { name: 'identity.hole', arguments: [], volatility: 's' }, 'public'),
};

async function everyTable(w: SeededWorld, check: (table: Table) => Promise<void>): Promise<void> {
  for (const table of w.tables) await check(table);
}

test('the checks of this file notice a hole', async () => {
  for (const [statement, check] of Object.entries(holes)) {
    await using holed = await seededWorld();
    await holed.owner.query(statement);
    await assert.rejects(check(holed), assert.AssertionError, statement);
  }
});
