import assert from 'node:assert/strict';
import { test } from 'node:test';
import { snapshotReader } from './snapshot-reader.ts';
import { testDatabase } from './testing/test-database.ts';

test('a snapshot is loaded once, shared by readers, and anew only when its version changes', async () => {
  await using t = await testDatabase();
  let version = 1;
  let loads = 0;
  let time = 0;
  const read = snapshotReader(
    t.db,
    async () => version,
    async () => {
      loads += 1;
      return loads;
    },
    () => time,
  );
  assert.deepEqual(await Promise.all([read(), read(), read()]), [1, 1, 1]);
  time += 5_000;
  assert.equal(await read(), 1);
  version = 2;
  assert.equal(await read(), 1, 'within a second nobody asks again');
  time += 5_000;
  assert.equal(await read(), 2);
});

test('while a change is being loaded, readers see the state before it, but not for long', async () => {
  await using t = await testDatabase();
  let version = 1;
  let time = 0;
  const loading = Promise.withResolvers<void>();
  const load = async () => {
    if (version > 1) await loading.promise;
    return version;
  };
  const read = snapshotReader(
    t.db,
    async () => version,
    load,
    () => time,
  );
  await read();
  version = 2;
  time += 1_500;
  assert.equal(await read(), 1);
  time += 2_000;
  const later = read();
  loading.resolve();
  assert.equal(await later, 2);
  assert.equal(await read(), 2);
});

test('who changed something sees it at once', async () => {
  await using t = await testDatabase();
  let version = 1;
  const read = snapshotReader(
    t.db,
    async () => version,
    async () => version,
    () => 0,
  );
  await read();
  version = 2;
  assert.equal(await read(), 1);
  read.expire();
  assert.equal(await read(), 2);
});

test('after a failed load the next reader tries again', async () => {
  await using t = await testDatabase();
  let broken = true;
  const load = async () => {
    if (broken) throw new Error('down');
    return 'there';
  };
  const read = snapshotReader(t.db, async () => 1, load);
  await assert.rejects(read(), /down/);
  broken = false;
  assert.equal(await read(), 'there');
});

test('after a change of one’s own the next reader sees it, also while an older load is under way', async () => {
  await using t = await testDatabase();
  let version = 1;
  let release = () => {};
  const gate = new Promise<void>((resolve) => {
    release = resolve;
  });
  let slow = true;
  const load = async () => {
    const loaded = version;
    if (slow) await gate;
    return loaded;
  };
  const read = snapshotReader(t.db, async () => version, load);
  const old = read();
  version = 2;
  slow = false;
  read.expire();
  assert.equal(await read(), 2);
  release();
  await old;
  assert.equal(await read(), 2, 'the older load does not bring the old state back');
});
