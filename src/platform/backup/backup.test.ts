import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { recordAudit } from '../audit.ts';
import { installationSecret } from '../data-folder.ts';
import { actorOf } from '../database/tx.ts';
import { openInstance } from '../instance/open-instance.ts';
import { openedInstance, rowsOf } from '../testing/opened-instance.ts';
import { startScript, tempInstallation } from '../testing/temp-installation.ts';
import { backup } from './backup.ts';
import { restore } from './restore.ts';

const skip = !(process.platform === 'linux' && process.arch === 'x64');
const operator = actorOf('betreiber', 'test');

test('a backup under load, everything killed, restored elsewhere: all that was acknowledged is there', {
  skip,
}, async () => {
  await using home = tempInstallation();
  const instance = await openedInstance(home.config);
  mkdirSync(join(instance.folder.blobs, 'ab'));
  writeFileSync(join(instance.folder.blobs, 'ab', 'picture'), 'a blob');
  installationSecret(instance.folder, 'master');
  const writer = startScript(join(import.meta.dirname, '../testing/writer.ts'), [instance.urls.app]);
  await writer.says('1-50 ');
  const saved = await backup(instance, join(home.root, 'sicherung'), { keysFolder: join(home.root, 'keys') });
  assert.ok(saved.ok, JSON.stringify(saved));
  await delay(200);
  const databasePid = home.databasePid();
  writer.child.kill('SIGKILL');
  if (databasePid) process.kill(databasePid, 'SIGKILL');
  await writer.ended;
  await instance.release();

  const elsewhere = home.another('elsewhere');
  const restored = await restore(join(home.root, 'sicherung'), elsewhere, {
    keysFolder: join(home.root, 'keys'),
  });
  assert.ok(restored.ok, JSON.stringify(restored));
  const again = await openedInstance(elsewhere);
  const acknowledged = writer
    .output()
    .split('\n')
    .map((line) => line.split(' '))
    .filter(([, at]) => at && Number(at) < Date.parse(saved.value.consistentAt));
  const found = new Set(
    (await rowsOf(again.ownerUrl, `select payload ->> 'key' as key from platform.outbox`)).map(
      ({ key }) => key,
    ),
  );
  assert.ok(acknowledged.length > 100);
  assert.deepEqual(
    acknowledged.filter(([key]) => !found.has(key)),
    [],
  );
  assert.equal(again.installationId, instance.installationId);
  assert.equal(readFileSync(join(again.folder.blobs, 'ab', 'picture'), 'utf8'), 'a blob');
  assert.equal(installationSecret(again.folder, 'master'), installationSecret(instance.folder, 'master'));
  await again.release();
});

test('a backup holds no key, writes over nothing and leaves no half folder', { skip }, async () => {
  await using home = tempInstallation();
  const instance = await openedInstance(home.config);
  const secret = installationSecret(instance.folder, 'master');
  const target = join(home.root, 'sicherung');
  const inside = await backup(instance, target, { keysFolder: join(target, 'keys') });
  assert.ok(!inside.ok && inside.refusal.code === 'BACKUP_KEYS_INSIDE');
  const saved = await backup(instance, target);
  assert.ok(saved.ok);
  assert.match(saved.value.keys, /nicht gesichert/);
  for (const path of readdirSync(target, { recursive: true, encoding: 'utf8' })) {
    const file = join(target, path);
    if (statSync(file).isFile()) assert.ok(!readFileSync(file).includes(secret), path);
  }
  const twice = await backup(instance, target);
  assert.ok(!twice.ok && twice.refusal.code === 'BACKUP_TARGET_NOT_EMPTY');
  assert.deepEqual(
    readdirSync(home.root).filter((name) => name.includes('unfertig')),
    [],
  );
  await instance.release();
});

test('a restore refuses a running server, data that is there, and a damaged file; or moves the old aside', {
  skip,
}, async () => {
  await using home = tempInstallation();
  const instance = await openedInstance(home.config);
  await instance.db.withReference(operator, (tx) =>
    recordAudit(tx, { action: 'test.made', object: { type: 'thing', id: 'in the backup' } }),
  );
  const target = join(home.root, 'sicherung');
  assert.ok((await backup(instance, target)).ok);
  await instance.db.withReference(operator, (tx) =>
    recordAudit(tx, { action: 'test.made', object: { type: 'thing', id: 'later' } }),
  );
  const running = await restore(target, home.config);
  assert.ok(!running.ok && running.refusal.code === 'INSTANCE_RUNNING');
  await instance.release();
  const occupied = await restore(target, home.config);
  assert.ok(!occupied.ok && occupied.refusal.code === 'RESTORE_TARGET_NOT_EMPTY');
  const moved = await restore(target, home.config, { moveOldAside: true });
  assert.ok(moved.ok, JSON.stringify(moved));
  assert.equal(moved.value.movedAside.length, 1);
  assert.ok(existsSync(moved.value.movedAside[0] ?? ''));
  const again = await openedInstance(home.config, 'command');
  const rows = await rowsOf(again.ownerUrl, 'select object_id from platform.audit');
  assert.deepEqual(
    rows.map((row) => row.object_id),
    ['in the backup'],
  );
  await again.release();

  const victim = join(target, 'postgres', 'global', 'pg_control');
  writeFileSync(victim, 'x');
  const damaged = await restore(target, home.another('elsewhere'));
  assert.ok(!damaged.ok);
  assert.match(damaged.refusal.message, /pg_control ist verändert oder beschädigt/);
});

test('a restore that was killed is not started as if it were whole', { skip }, async () => {
  await using home = tempInstallation();
  mkdirSync(home.dataFolder);
  writeFileSync(join(home.dataFolder, 'restore-unfinished'), '');
  const opened = await openInstance(home.config, { role: 'server' });
  assert.ok(!opened.ok && opened.refusal.code === 'RESTORE_UNFINISHED');
});
