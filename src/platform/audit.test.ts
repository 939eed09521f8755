import assert from 'node:assert/strict';
import { test } from 'node:test';
import { recordAudit } from './audit.ts';
import { actorOf, parseTenantId } from './database/tx.ts';
import { testDatabase } from './testing/test-database.ts';

const lemgo = parseTenantId('00000000-0000-4000-8000-000000000001');
const detmold = parseTenantId('00000000-0000-4000-8000-000000000002');

test('each tenant has its own gapless hash chain, and nobody can change a line of it', async () => {
  await using t = await testDatabase();
  assert.ok(lemgo && detmold);
  for (const tenant of [lemgo, detmold, lemgo]) {
    await t.db.withTenant(tenant, actorOf('mitglied', 'a'), (tx) =>
      recordAudit(tx, {
        action: 'test.thing.changed',
        object: { type: 'thing', id: '1' },
        summary: { n: 1 },
      }),
    );
  }
  const { rows } = await t.superuser.query(
    'select tenant_id, seq, actor, prev_hash, hash from platform.audit order by tenant_id, seq',
  );
  assert.deepEqual(
    rows.map((r) => [r.tenant_id, r.seq, r.actor]),
    [
      [lemgo, 1, 'mitglied:a'],
      [lemgo, 2, 'mitglied:a'],
      [detmold, 1, 'mitglied:a'],
    ],
  );
  assert.deepEqual(rows[1].prev_hash, rows[0].hash);
  await assert.rejects(t.superuser.query('update platform.audit set seq = 9'), /append-only/);
  await assert.rejects(t.superuser.query('truncate platform.audit'), /append-only/);
});
