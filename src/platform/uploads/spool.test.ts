import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { frameBytes, openFrames, sealFrames } from './sealed-frames.ts';
import { openSpool, sweepSpools } from './spool.ts';

const sealedFrame = frameBytes + 16;

async function* once(pieces: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
  for (const piece of pieces) yield piece;
}

async function whole(pieces: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const seen: Uint8Array[] = [];
  for await (const piece of pieces) seen.push(piece);
  return Buffer.concat(seen);
}

const lengths = fc.oneof(
  fc.integer({ min: 0, max: 300 }),
  fc.integer({ min: -2, max: 2 }).map((off) => frameBytes + off),
  fc.integer({ min: -2, max: 2 }).map((off) => 3 * frameBytes + off),
);

const sizes = fc.integer({ min: 50, max: 100_000 });

test('what was sealed in pieces of any size opens to the same bytes, read in pieces of any size', async () => {
  await fc.assert(fc.asyncProperty(lengths, sizes, sizes, cut), { numRuns: 60 });
  async function cut(length: number, written: number, read: number) {
    const key = randomBytes(32);
    const plain = randomBytes(length);
    const sealed = await whole(sealFrames(key, once(piecesOf(plain, written))));
    assert.equal(sealed.length, length + 16 * Math.max(1, Math.ceil(length / frameBytes)));
    assert.deepEqual(await whole(openFrames(key, once(piecesOf(sealed, read)))), plain);
  }
});

function piecesOf(bytes: Buffer, size: number): Buffer[] {
  return Array.from({ length: Math.ceil(bytes.length / size) }, (_, index) =>
    bytes.subarray(index * size, (index + 1) * size),
  );
}

const key = randomBytes(32);
const plain = randomBytes(3 * frameBytes + 500);
const sealed = await whole(sealFrames(key, once([plain])));
const frames = piecesOf(sealed, sealedFrame);
const [first = sealed, second = sealed, third = sealed, last = sealed] = frames;
const flipped = Buffer.from(sealed);
flipped.writeUInt8(flipped.readUInt8(sealedFrame + 7) ^ 1, sealedFrame + 7);

const harmed: Readonly<Record<string, readonly Buffer[]>> = {
  'one bit is another': [flipped],
  'two frames have changed places': [second, first, third, last],
  'a frame came twice': [first, first, second, third, last],
  'a frame is missing': [first, third, last],
  'the last frame is missing': [first, second, third],
  'the last frame is cut': [first, second, third, last.subarray(0, -1)],
  'nothing is left': [],
  'something stands behind the end': [sealed, Buffer.from('x')],
  'a whole frame stands behind the end': [sealed, first],
};

for (const [what, pieces] of Object.entries(harmed)) {
  test(`where ${what}, reading says so`, async () => {
    await assert.rejects(whole(openFrames(key, once(pieces))), /not as it was written/);
  });
}

test('another key opens nothing', async () => {
  await assert.rejects(whole(openFrames(randomBytes(32), once([sealed]))), /not as it was written/);
});

test('a spool gives back what it was given, as often as asked, and nothing after its end', async () => {
  using folder = tempFolder();
  const spool = await openSpool(folder.path);
  await spool.keep(once(piecesOf(plain, 10_000)));
  assert.deepEqual(await whole(spool.open()), plain);
  const [half] = await Promise.all([whole(spool.open()), whole(spool.open())]);
  assert.deepEqual(half, plain);
  assert.deepEqual(readdirSync(folder.path), [], 'it has no name');
  await spool.close();
  await assert.rejects(whole(spool.open()), /after its end/);
});

test('what an earlier process left in the folder goes at the next start', async () => {
  using folder = tempFolder();
  writeFileSync(join(folder.path, 'left'), 'in clear, by an earlier version');
  await sweepSpools(folder.path);
  assert.deepEqual(readdirSync(folder.path), []);
  await sweepSpools(join(folder.path, 'never made'));
});

function tempFolder(): Disposable & { readonly path: string } {
  const path = mkdtempSync(join(tmpdir(), 'leitwerk-spool-'));
  return { path, [Symbol.dispose]: () => rmSync(path, { recursive: true, force: true }) };
}
