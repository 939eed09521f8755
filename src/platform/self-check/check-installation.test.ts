import assert from 'node:assert/strict';
import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { recordAudit } from '../audit.ts';
import { openDataFolder } from '../data-folder.ts';
import { actorOf } from '../database/tx.ts';
import { tempInstallation } from '../testing/temp-installation.ts';
import { testDatabase } from '../testing/test-database.ts';
import { checkInstallation } from './check-installation.ts';
import { fine } from './finding.ts';

test('a sound installation has no findings; each fault is named with what to do', async () => {
  await using home = tempInstallation();
  await using t = await testDatabase();
  for (const id of ['1', '2', '3']) {
    await t.db.withReference(actorOf('betreiber', 'test'), (tx) =>
      recordAudit(tx, { action: 'test.made', object: { type: 'thing', id } }),
    );
  }
  const folder = openDataFolder(home.dataFolder);
  const key = join(folder.keys, 'master');
  writeFileSync(key, 'secret', { mode: 0o600 });
  const installation = { folder, ownerUrl: t.ownerUrl, urls: t.urls, embedded: null };
  const sound = await checkInstallation(installation, [async () => fine('reference', 'da')]);
  assert.deepEqual(
    sound.filter(({ ok }) => !ok),
    [],
  );
  assert.deepEqual(
    sound.map(({ id }) => id),
    ['migrations', 'roles', 'row-security', 'audit', 'events', 'clock', 'keys', 'disk', 'reference'],
  );

  chmodSync(key, 0o644);
  await t.superuser.query('alter table platform.audit disable trigger user');
  await t.superuser.query(`update platform.audit set actor = 'betreiber:jemand' where seq = 2`);
  await t.superuser.query('alter table platform.audit enable trigger user');
  await t.superuser.query('create table platform.stray (x int)');
  const login = new URL(t.urls.app.replace('@/', '@socket/')).username;
  await t.superuser.query(`alter role ${login} bypassrls`);
  const faulty = await checkInstallation(installation);
  assert.deepEqual(
    faulty.filter(({ ok }) => !ok).map(({ id }) => id),
    ['roles', 'row-security', 'audit', 'keys'],
  );
  assert.ok(faulty.every(({ ok, remedy }) => ok === (remedy === null)));
  assert.match(faulty.find(({ id }) => id === 'audit')?.what ?? '', /Zeile 2/);
});
