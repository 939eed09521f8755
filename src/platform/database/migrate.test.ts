import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { testDatabase } from '../testing/test-database.ts';
import { migrate, migrationsFolder } from './migrate.ts';

/** A folder with the migrations of this database's state, so that only what a test adds is missing. */
function emptyFolder(): Disposable & { readonly put: (name: string, text: string) => void; path: string } {
  const path = mkdtempSync(join(tmpdir(), 'leitwerk-migrations-'));
  mkdirSync(join(path, 'earlier'));
  return {
    path,
    put: (name, text) => writeFileSync(join(path, name), text),
    [Symbol.dispose]: () => rmSync(path, { recursive: true, force: true }),
  };
}

test('migrations are plain SQL files with a number of their own in their context’s hundred, in order', () => {
  const names = readdirSync(migrationsFolder).filter((name) => name !== 'earlier');
  for (const name of names) assert.match(name, /^[012]\d\d\d_[a-z][a-z0-9_]*\.sql$/, name);
  const numbers = names.map((name) => name.slice(0, 4));
  assert.equal(new Set(numbers).size, numbers.length, 'a number stands twice');
});

test('a second run has nothing left to do', async () => {
  await using t = await testDatabase();
  assert.deepEqual(await migrate(t.ownerUrl), []);
});

test('what is missing runs in the order of its names, each file whole or not at all', async () => {
  await using t = await testDatabase();
  await t.superuser.query('delete from migration.applied');
  using folder = emptyFolder();
  folder.put('0901_second.sql', 'insert into public.trail values (2)');
  folder.put('0900_first.sql', 'create table public.trail (n int); insert into public.trail values (1)');
  folder.put('0902_broken.sql', 'insert into public.trail values (3); select 1 / 0');
  await assert.rejects(migrate(t.ownerUrl, folder.path), /Migration 0902_broken\.sql: division by zero/);
  const { rows } = await t.superuser.query('select n from public.trail order by n');
  assert.deepEqual(rows, [{ n: 1 }, { n: 2 }]);
  folder.put('0902_broken.sql', 'insert into public.trail values (4)');
  assert.deepEqual(await migrate(t.ownerUrl, folder.path), ['0902_broken.sql']);
});

test('a migration that was changed after it ran, or is gone, stops the start with its name', async () => {
  await using t = await testDatabase();
  await t.superuser.query('delete from migration.applied');
  using folder = emptyFolder();
  folder.put('0900_first.sql', 'select 1');
  await migrate(t.ownerUrl, folder.path);
  folder.put('0900_first.sql', 'select 2');
  await assert.rejects(migrate(t.ownerUrl, folder.path), /0900_first\.sql wurde nach ihrer Anwendung/);
  using other = emptyFolder();
  await assert.rejects(migrate(t.ownerUrl, other.path), /neuer als das Programm.*0900_first\.sql/);
});

test('a migration that ran in an earlier form is brought to its present one, once', async () => {
  await using t = await testDatabase();
  await t.superuser.query('delete from migration.applied');
  using folder = emptyFolder();
  const earlier = 'create table public.trail (n int); insert into public.trail values (1)';
  folder.put('0900_first.sql', earlier);
  await migrate(t.ownerUrl, folder.path);
  folder.put('0900_first.sql', 'create table public.trail (number int); insert into public.trail values (1)');
  folder.put('0901_second.sql', 'insert into public.trail (number) values (2)');
  const hash = createHash('sha256').update(earlier).digest('hex').slice(0, 12);
  folder.put(`earlier/0900_first.${hash}.sql`, 'alter table public.trail rename column n to number');
  assert.deepEqual(await migrate(t.ownerUrl, folder.path), ['0901_second.sql']);
  assert.deepEqual(await migrate(t.ownerUrl, folder.path), []);
  const { rows } = await t.superuser.query('select number from public.trail order by number');
  assert.deepEqual(rows, [{ number: 1 }, { number: 2 }]);
});

test('each earlier form belongs to a migration that is there', () => {
  const names = new Set(readdirSync(migrationsFolder));
  for (const file of readdirSync(join(migrationsFolder, 'earlier'))) {
    const [, name] = /^(.+)\.[0-9a-f]{12}\.sql$/.exec(file) ?? [];
    assert.ok(names.has(`${name}.sql`), file);
  }
});

test('two processes that start at once migrate one after the other', async () => {
  await using t = await testDatabase();
  await t.superuser.query('delete from migration.applied');
  using folder = emptyFolder();
  folder.put('0900_first.sql', 'create table public.once (n int)');
  const runs = await Promise.all([migrate(t.ownerUrl, folder.path), migrate(t.ownerUrl, folder.path)]);
  assert.deepEqual(runs.flat(), ['0900_first.sql']);
});
