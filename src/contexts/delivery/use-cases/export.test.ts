import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { exportData } from '../../../platform/backup/export-data.ts';
import { importData } from '../../../platform/backup/import-data.ts';
import { testDatabase } from '../../../platform/testing/test-database.ts';
import { holds } from '../testing/canary.ts';
import {
  announced,
  need,
  openWorld,
  openZustellpunkt,
  payload,
  sealingKey,
  sent,
  textOf,
  uploaded,
} from '../testing/world.ts';
import { openSubmission } from './open-submission.ts';

test('an export holds submissions unreadable; read into another database they open as before', async () => {
  await using world = await openWorld();
  await using other = await testDatabase();
  const marker = 'Kanarienvogel-im-Export-4482';
  const key = await sealingKey(world, await openZustellpunkt(world));
  const stored = await uploaded(world, key, `Anlage ${marker}`);
  const content = payload(marker, [announced(stored, `${marker}.pdf`)]);
  const { submissionId } = need(await sent(world, key, content, marker));
  const file = join(world.folder, 'export.jsonl.gz');
  await exportData(world.t.ownerUrl, file);
  for (const line of gunzipSync(readFileSync(file)).toString('utf8').split('\n'))
    assert.equal(holds(Buffer.from(line), marker), false);
  need(await importData(file, other.ownerUrl));
  const { tenant, actor } = world.office;
  const opened = need(
    await other.db.withTenant(tenant, actor, (tx) => openSubmission(tx, world, tenant, submissionId)),
  );
  assert.equal(Buffer.from(opened.data).toString(), JSON.stringify({ antwort: marker }));
  assert.ok(opened.attachments[0]);
  assert.equal(await textOf(need(await opened.attachments[0].open()).plaintext()), `Anlage ${marker}`);
});
