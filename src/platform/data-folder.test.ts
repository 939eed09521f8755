import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { Worker } from 'node:worker_threads';
import { installationPrivateKey, installationSecret, openDataFolder } from './data-folder.ts';

function tempFolder() {
  const root = mkdtempSync(join(tmpdir(), 'leitwerk-folder-'));
  return {
    folder: openDataFolder(root),
    [Symbol.dispose]: () => rmSync(root, { recursive: true, force: true }),
  };
}

test('a secret is made once, read again, and readable by us alone', () => {
  using temp = tempFolder();
  const secret = installationSecret(temp.folder, 'csrf');
  assert.match(secret, /^[\w-]{43}$/);
  assert.equal(installationSecret(temp.folder, 'csrf'), secret);
  assert.notEqual(installationSecret(temp.folder, 'other'), secret);
  assert.equal(statSync(join(temp.folder.keys, 'csrf')).mode & 0o777, 0o600);
  assert.deepEqual(readdirSync(temp.folder.keys).sort(), ['csrf', 'other']);
});

test('a private key is made once, also for those who ask for it first at the same time', async () => {
  using temp = tempFolder();
  const [first, second] = await Promise.all([
    installationPrivateKey(temp.folder, 'test.pem', 2048),
    installationPrivateKey(temp.folder, 'test.pem', 2048),
  ]);
  assert.match(first, /^-----BEGIN PRIVATE KEY-----/);
  assert.equal(second, first);
  assert.equal(await installationPrivateKey(temp.folder, 'test.pem', 2048), first);
  assert.equal(statSync(join(temp.folder.keys, 'test.pem')).mode & 0o777, 0o600);
  assert.deepEqual(readdirSync(temp.folder.keys), ['test.pem']);
});

// Asks for each secret in turn, as soon as the other thread is ready too.
const asking = `
  const { parentPort, workerData } = require('node:worker_threads');
  const { module, root, names, ready } = workerData;
  import(module).then(({ openDataFolder, installationSecret }) => {
    const folder = openDataFolder(root);
    Atomics.add(ready, 0, 1);
    while (Atomics.load(ready, 0) < 2);
    parentPort.postMessage(names.map((name) => installationSecret(folder, name)));
  });`;

test('two that ask for a secret for the first time at once get the same, and leave nothing else', async () => {
  using temp = tempFolder();
  const names = Array.from({ length: 200 }, (_, i) => `secret-${i}`);
  const workerData = {
    module: new URL('./data-folder.ts', import.meta.url).href,
    root: temp.folder.root,
    names,
    ready: new Int32Array(new SharedArrayBuffer(4)),
  };
  const workers = [1, 2].map(() => new Worker(asking, { eval: true, workerData }));
  const [first, second] = await Promise.all(
    workers.map(async (worker) => (await once(worker, 'message'))[0]),
  );
  assert.deepEqual(first, second);
  const kept = names.map((name) => readFileSync(join(temp.folder.keys, name), 'utf8').trim());
  assert.deepEqual(first, kept);
  assert.equal(readdirSync(temp.folder.keys).length, names.length);
});
