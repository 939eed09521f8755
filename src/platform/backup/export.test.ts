import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import pg from 'pg';
import { recordAudit } from '../audit.ts';
import { actorOf, parseTenantId } from '../database/tx.ts';
import { publish } from '../jobs/publish.ts';
import { finishVorgang, startVorgang } from '../jobs/vorgang.ts';
import { type TestDatabase, testDatabase } from '../testing/test-database.ts';
import { exportData } from './export-data.ts';
import { importData } from './import-data.ts';
import { readSequences, readTables } from './read-schema.ts';

const lemgo = parseTenantId('00000000-0000-4000-8000-000000000001');
assert.ok(lemgo);

/** Awkward values of every kind that a table of ours may hold. */
const awkward = `
  create schema probe;
  create table probe.parent (id bigint generated always as identity primary key, label text not null);
  create table probe.child (
    a uuid primary key default gen_random_uuid(), parent bigint not null references probe.parent, self uuid references probe.child,
    b bytea, j jsonb, t timestamptz, d date, n numeric, f double precision, arr text[], i interval, ok boolean,
    twice bigint generated always as (parent * 2) stored);
  insert into probe.parent (label) select E'Zeile\\n"' || g || E'\\t\\\\ äöü €' from generate_series(1, 2500) g;
  insert into probe.child (parent, b, j, t, d, n, f, arr, i, ok) values
    (1, '\\x00ff5c', 'null', '2026-11-21 10:00:00.123456+02', '2026-02-28', 12345678901234567890.123, 0.1, array['a', null, '{"x"}'], '1 mon 2 days', true),
    (2, null, '{"a": [1, "\\u00e9"]}', 'infinity', null, null, 'NaN', '{}', null, null);
  update probe.child set self = (select a from probe.child where parent = 2) where parent = 1;`;

async function seed(t: TestDatabase): Promise<void> {
  await t.superuser.query(awkward);
  await t.db.withTenant(lemgo as NonNullable<typeof lemgo>, actorOf('mitglied', 'm'), async (tx) => {
    for (const id of ['1', '2']) {
      await recordAudit(tx, { action: 'test.made', object: { type: 'thing', id }, summary: { n: 1 } });
    }
    await publish(tx, 'thing.made', { id: '1' });
    await finishVorgang(tx, await startVorgang(tx, 'import'), 'fertig', { zeilen: 3 });
  });
  await t.superuser.query('insert into platform.installation default values');
}

async function contentOf(t: TestDatabase): Promise<unknown> {
  const client = new pg.Client({ connectionString: t.ownerUrl });
  await client.connect();
  const content: Record<string, unknown> = {};
  for (const { name } of await readTables(client)) {
    const { rows } = await client.query(`select t::text as row from ${name} t order by 1`);
    content[name] = rows.map(({ row }) => row);
  }
  const sequences = await readSequences(client);
  await client.end();
  return { content, sequences };
}

function tempFolder(): Disposable & { readonly path: string } {
  const path = mkdtempSync(join(tmpdir(), 'leitwerk-export-'));
  return { path, [Symbol.dispose]: () => rmSync(path, { recursive: true, force: true }) };
}

test('what is exported and read into an empty database is the same to the last byte', async () => {
  using folder = tempFolder();
  await using source = await testDatabase();
  await using target = await testDatabase();
  await seed(source);
  const file = join(folder.path, 'export.jsonl.gz');
  const written = await exportData(source.ownerUrl, file);
  assert.ok(written.rows > 2500);
  await target.superuser.query(awkward.split('insert')[0] ?? '');
  const read = await importData(file, target.ownerUrl);
  assert.deepEqual(read, { ok: true, value: written });
  assert.deepEqual(await contentOf(target), await contentOf(source));
  await assert.rejects(target.superuser.query('update platform.audit set seq = 9'), /append-only/);
  await assert.rejects(
    target.superuser.query('insert into probe.child (parent) values (9999)'),
    /foreign key/,
  );
});

test('a damaged or cut export is refused and nothing of it stays', async () => {
  using folder = tempFolder();
  await using source = await testDatabase();
  await using target = await testDatabase();
  await seed(source);
  await target.superuser.query(awkward.split('insert')[0] ?? '');
  const file = join(folder.path, 'export.jsonl.gz');
  await exportData(source.ownerUrl, file);
  const whole = readFileSync(file);
  writeFileSync(file, whole.subarray(0, whole.length - 20));
  const before = await contentOf(target);
  const cut = await importData(file, target.ownerUrl);
  assert.ok(!cut.ok);
  assert.match(cut.refusal.message, /ist nicht lesbar: sie ist abgeschnitten/);
  writeFileSync(file, 'nothing');
  const nonsense = await importData(file, target.ownerUrl);
  assert.ok(!nonsense.ok && nonsense.refusal.code === 'IMPORT_BROKEN_FILE');
  assert.deepEqual(await contentOf(target), before);
});

test('an export is not read over data that is there already', async () => {
  using folder = tempFolder();
  await using source = await testDatabase();
  await seed(source);
  const file = join(folder.path, 'export.jsonl.gz');
  await exportData(source.ownerUrl, file);
  const again = await importData(file, source.ownerUrl);
  assert.ok(!again.ok && again.refusal.code === 'IMPORT_NOT_EMPTY');
});
