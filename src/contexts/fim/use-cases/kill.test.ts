import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { startScript } from '../../../platform/testing/temp-installation.ts';
import { until } from '../../../platform/testing/until.ts';
import { type FimWorld, openFimWorld } from '../testing/fim-world.ts';
import { probeschemata } from '../testing/probeschemata.ts';

const script = join(import.meta.dirname, '../testing/importing-process.ts');

/** Each statement that an import writes: the process is killed while the database is at it. */
const moments = [
  ['einlesung', 'insert'],
  ['datei', 'insert'],
  ['schemafassung', 'insert'],
  ['einlesung', 'delete'],
] as const;

test('killed at any statement of an import, the schema is there whole or not at all', async () => {
  await using world = await openFimWorld();
  const folder = mkdtempSync(join(tmpdir(), 'leitwerk-fim-'));
  const file = join(folder, 'schema.xml');
  try {
    writeFileSync(file, probeschemata()[0]);
    for (const [table, statement] of moments) {
      await hold(world, table, statement);
      const importing = startScript(script, [world.t.urls.app, world.author.tenant, file]);
      await until(async () => (await sleeping(world)) > 0, { said: importing.output });
      importing.child.kill('SIGKILL');
      await importing.ended;
      await until(async () => (await sleeping(world)) === 0, { said: importing.output });
      await world.t.superuser.query(`drop trigger hold on fim.${table}`);
      assert.deepEqual(await countsOf(world), { schemata: 0, dateien: 0 }, `${statement} ${table}`);
    }
    const importing = startScript(script, [world.t.urls.app, world.author.tenant, file]);
    await importing.ended;
    assert.match(importing.output(), /applied/);
    assert.deepEqual(await countsOf(world), { schemata: 1, dateien: 1 });
  } finally {
    rmSync(folder, { recursive: true });
  }
});

/** Makes a statement take a second. */
async function hold({ t }: FimWorld, table: string, statement: string): Promise<void> {
  await t.superuser.query(`create or replace function fim.hold() returns trigger language plpgsql as
    $$ begin perform pg_sleep(1); return coalesce(new, old); end $$`);
  await t.superuser.query(
    `create trigger hold before ${statement} on fim.${table} for each row execute function fim.hold()`,
  );
}

async function sleeping({ t }: FimWorld): Promise<number> {
  const { rowCount } = await t.superuser.query(
    `select 1 from pg_stat_activity where wait_event = 'PgSleep' and datname = current_database()`,
  );
  return rowCount ?? 0;
}

async function countsOf({ t }: FimWorld) {
  const { rows } = await t.superuser.query(
    `select (select count(*)::int from fim.schemafassung) as schemata, (select count(*)::int from fim.datei) as dateien`,
  );
  return rows[0];
}
