import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { clamdAnswers, clamdScanner, parseClamdAddress } from './clamd.ts';
import { scanAll } from './scanner.ts';
import { type ClamdManner, startClamd } from './testing/clamd-server.ts';

const patience = { connectMs: 300, idleMs: 300 };

async function* pieces(...texts: readonly (string | Buffer)[]): AsyncGenerator<Buffer> {
  for (const text of texts) yield Buffer.from(text);
}

async function verdictOf(manner: ClamdManner, bytes: AsyncIterable<Uint8Array>) {
  await using clamd = await startClamd(manner);
  return await scanAll(clamdScanner(clamd.address, patience), bytes);
}

test('a clean file is clean, an infected one is found, wherever its pieces were cut', async () => {
  assert.equal(await verdictOf({}, pieces('Hallo ', 'Welt')), 'clean');
  assert.equal(await verdictOf({}, pieces('ein SCHAD', 'MUSTER darin')), 'infected');
  assert.equal(await verdictOf({}, pieces()), 'clean');
});

test('clamd gets exactly the bytes of a file that is larger than any buffer', async () => {
  await using clamd = await startClamd({});
  const file = randomBytes(5_000_000);
  assert.equal(
    await scanAll(clamdScanner(clamd.address), pieces(file.subarray(0, 1_234_567), file.subarray(1_234_567))),
    'clean',
  );
  assert.ok(clamd.files[0]?.equals(file));
});

test('it listens at a socket of this machine too', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'leitwerk-clamd-'));
  {
    await using clamd = await startClamd({}, join(folder, 'clamd.ctl'));
    assert.equal(await scanAll(clamdScanner(clamd.address, patience), pieces('SCHADMUSTER')), 'infected');
  }
  rmSync(folder, { recursive: true });
});

test('a file above clamd’s limit is told as such', async () => {
  const parts = Array.from({ length: 100 }, () => Buffer.alloc(10_000, 'x'));
  assert.equal(await verdictOf({ streamMaxLength: 50_000 }, pieces(...parts)), 'too-large');
});

const silent: readonly (readonly [what: string, manner: ClamdManner])[] = [
  ['says nothing', { mute: true }],
  ['breaks off in the middle', { breaksAfter: 3 }],
  ['takes nothing more', { stopsReading: true }],
  ['answers something else', { answers: 'UNKNOWN COMMAND' }],
  ['answers without an end', { answersRaw: 'stream: OK' }],
];

for (const [what, manner] of silent) {
  test(`a clamd that ${what} holds nobody up and counts as silent`, async () => {
    const started = performance.now();
    const parts = Array.from({ length: 300 }, () => Buffer.alloc(60_000, 'x'));
    assert.equal(await verdictOf(manner, pieces(...parts)), 'silent');
    assert.ok(performance.now() - started < 20_000);
  });
}

test('where no clamd listens the scan is silent', async () => {
  const { address } = await (async () => {
    await using clamd = await startClamd({});
    return clamd;
  })();
  assert.equal(await scanAll(clamdScanner(address, patience), pieces('x')), 'silent');
  assert.equal(await clamdAnswers(address, patience), false);
  assert.equal(await scanAll(clamdScanner({ path: '/nowhere/clamd.ctl' }, patience), pieces('x')), 'silent');
});

test('whoever uploads slowly is not taken for a silent clamd', async () => {
  async function* slowly(): AsyncGenerator<Buffer> {
    yield Buffer.from('SCHAD');
    await new Promise((resolve) => setTimeout(resolve, 700));
    yield Buffer.from('MUSTER');
  }
  assert.equal(await verdictOf({}, slowly()), 'infected');
});

test('a source that breaks goes through, and the scan ends', async () => {
  await using clamd = await startClamd({});
  const breaking = async function* () {
    yield Buffer.from('x');
    throw new Error('source broke');
  };
  await assert.rejects(scanAll(clamdScanner(clamd.address), breaking()), /source broke/);
  await clamd.quiet();
});

test('an operator can ask whether it answers', async () => {
  await using clamd = await startClamd({});
  assert.equal(await clamdAnswers(clamd.address, patience), true);
});

test('an address is host and port, or the full path of a socket', () => {
  assert.deepEqual(parseClamdAddress('127.0.0.1:3310'), { host: '127.0.0.1', port: 3310 });
  assert.deepEqual(parseClamdAddress('[::1]:3310'), { host: '::1', port: 3310 });
  assert.deepEqual(parseClamdAddress('/run/clamav/clamd.ctl'), { path: '/run/clamav/clamd.ctl' });
  for (const wrong of [
    '',
    '/',
    'clamd',
    'clamd:',
    ':3310',
    'clamd:0',
    'clamd:70000',
    '::1:3310',
    'tcp://clamd:3310',
    'a b:1',
  ])
    assert.equal(parseClamdAddress(wrong), null, wrong);
});
