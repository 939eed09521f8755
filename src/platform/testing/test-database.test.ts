import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { test } from 'node:test';
import { until } from './until.ts';

// What a test does, and then waits for ever.
const waiting = `
  import { testDatabase } from ${JSON.stringify(new URL('./test-database.ts', import.meta.url).href)};
  const t = await testDatabase();
  const { rows } = await t.superuser.query("select split_part(pg_read_file('postmaster.pid'), chr(10), 1) as pid");
  process.stdout.write(rows[0].pid);
  setInterval(() => {}, 1000);`;

test('the server of a test process that is killed ends with it', async () => {
  const { TEST_DATABASE_URL: _, ...environment } = process.env;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', waiting], {
    env: environment,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [pid] = await once(child.stdout, 'data');
  assert.ok(existsSync(`/proc/${pid}`), String(pid));
  child.kill('SIGKILL');
  await until(() => !existsSync(`/proc/${pid}`));
});
