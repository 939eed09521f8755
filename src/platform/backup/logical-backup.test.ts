import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { recordAudit } from '../audit.ts';
import { actorOf } from '../database/tx.ts';
import { openedInstance, rowsOf } from '../testing/opened-instance.ts';
import { tempInstallation } from '../testing/temp-installation.ts';
import { testDatabase } from '../testing/test-database.ts';
import { backup } from './backup.ts';
import { restore } from './restore.ts';

const skip = !(process.platform === 'linux' && process.arch === 'x64');
const operator = actorOf('betreiber', 'test');

test('an external database is saved as an export and read into an empty one', { skip }, async () => {
  await using home = tempInstallation();
  await using external = await testDatabase();
  await external.db.withReference(operator, (tx) =>
    recordAudit(tx, { action: 'test.made', object: { type: 'thing', id: 'x' } }),
  );
  const config = { ...home.config, databaseUrl: external.ownerUrl };
  const instance = await openedInstance(config);
  const target = join(home.root, 'sicherung');
  const saved = await backup(instance, target);
  assert.ok(saved.ok && saved.value.kind === 'logical');
  await instance.release();
  const restored = await restore(target, home.another('elsewhere'));
  assert.ok(restored.ok, JSON.stringify(restored));
  const again = await openedInstance({ ...home.config, dataFolder: join(home.root, 'elsewhere') }, 'command');
  assert.equal(again.installationId, instance.installationId);
  assert.equal((await rowsOf(again.ownerUrl, 'select from platform.audit')).length, 1);
  await again.release();
});
