import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { createLogger } from '../log.ts';
import { tempInstallation } from '../testing/temp-installation.ts';
import { waitForDatabase } from './database-gone.ts';
import { prepareEmbeddedHome } from './embedded-home.ts';
import { startEmbeddedServer } from './embedded-server.ts';

const skip = !(process.platform === 'linux' && process.arch === 'x64');
const logger = createLogger('silent', 'test');

test('who starts while PostgreSQL is away waits for it, and is told at once of what waiting would not mend', {
  skip,
}, async () => {
  await using installation = tempInstallation();
  const home = prepareEmbeddedHome(installation.dataFolder);
  const url = `postgres://leitwerk:geheim@/postgres?host=${encodeURIComponent(home.socketFolder)}`;
  const waiting = waitForDatabase(url, logger).then(() => 'answers');
  assert.equal(await Promise.race([waiting, delay(300, 'waits')]), 'waits');
  const server = await startEmbeddedServer(home, 'geheim', { durable: false });
  try {
    assert.equal(await waiting, 'answers');
    await assert.rejects(waitForDatabase(url.replace('geheim', 'falsch'), logger), /password/);
  } finally {
    await server.stop();
  }
});
