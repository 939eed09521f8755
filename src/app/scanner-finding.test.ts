import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readConfig } from '#platform';
import { startClamd } from '../platform/scanning/testing/clamd-server.ts';
import { scannerFinding } from './scanner-finding.ts';

async function found(settings: Readonly<Record<string, string>>) {
  const config = readConfig(settings, '/srv');
  assert.ok(config.ok);
  return Promise.all(scannerFinding({ config: config.value }).map((check) => check()));
}

test('the check of the installation says whether the virus scanner answers, and nothing where there is none', async () => {
  assert.deepEqual(await found({}), []);
  const clamd = await startClamd({});
  const at = 'port' in clamd.address ? `${clamd.address.host}:${clamd.address.port}` : '';
  assert.deepEqual(
    (await found({ LEITWERK_CLAMD: at })).map(({ ok }) => ok),
    [true],
  );
  await clamd[Symbol.asyncDispose]();
  const [silent] = await found({ LEITWERK_CLAMD: at });
  assert.equal(silent?.ok, false);
  assert.match(silent?.remedy ?? '', /clamd starten/);
});
