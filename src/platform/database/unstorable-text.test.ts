import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { testDatabase } from '../testing/test-database.ts';
import { isDatabaseGone } from './database-gone.ts';
import { json, rowsOf } from './rows.ts';
import { actorOf } from './tx.ts';
import { isUnstorableText } from './unstorable-text.ts';

const nul = String.fromCharCode(0);

test('what PostgreSQL cannot store is told from other faults, alone or within a document', async () => {
  await using t = await testDatabase();
  const fault = (statement: ReturnType<typeof sql<{ was: string }>>) =>
    t.db
      .withReference(actorOf('betreiber', 'b'), (tx) => rowsOf(tx, statement))
      .then(
        () => assert.fail('it was taken'),
        (error: unknown) => error,
      );
  for (const impossible of [
    sql<{ was: string }>`select ${`a${nul}b`}::text as was`,
    sql<{ was: string }>`select ${json({ grund: `a${nul}b` })} ->> 'grund' as was`,
    sql<{ was: string }>`select ${json({ grund: '\ud83d' })} ->> 'grund' as was`,
  ]) {
    const error = await fault(impossible);
    assert.ok(isUnstorableText(error), String(error));
    assert.ok(!isDatabaseGone(error));
  }
  for (const other of [
    sql<{ was: string }>`select 'x'::uuid::text as was`,
    sql<{ was: string }>`select ${'{'}::jsonb ->> 'grund' as was`,
    sql<{ was: string }>`select 1 / 0 as was`,
  ])
    assert.ok(!isUnstorableText(await fault(other)));
});
