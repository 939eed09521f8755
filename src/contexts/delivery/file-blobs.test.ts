import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileBlobs } from './file-blobs.ts';

function tempFolder(): Disposable & { readonly path: string } {
  const path = mkdtempSync(join(tmpdir(), 'leitwerk-blobs-'));
  return { path, [Symbol.dispose]: () => rmSync(path, { recursive: true, force: true }) };
}

async function* pieces(...texts: readonly string[]): AsyncGenerator<Buffer> {
  for (const text of texts) yield Buffer.from(text);
}

async function textOf(source: AsyncIterable<Uint8Array> | null): Promise<string | null> {
  if (!source) return null;
  const seen: Uint8Array[] = [];
  for await (const piece of source) seen.push(piece);
  return Buffer.concat(seen).toString();
}

test('a blob is kept under its id, read as often as wanted, and gone after its deletion', async () => {
  using folder = tempFolder();
  const blobs = fileBlobs(folder.path);
  const id = randomUUID();
  assert.equal(await blobs.get(id), null);
  await blobs.put(id, pieces('eins', 'zwei'));
  assert.equal(await textOf(await blobs.get(id)), 'einszwei');
  assert.equal(await textOf(await blobs.get(id)), 'einszwei');
  assert.equal(statSync(join(folder.path, id.slice(0, 2), id)).mode & 0o777, 0o600);
  await blobs.delete(id);
  await blobs.delete(id);
  assert.equal(await blobs.get(id), null);
});

test('a source that breaks off leaves the blob as it was before, and no draft', async () => {
  using folder = tempFolder();
  const blobs = fileBlobs(folder.path);
  const id = randomUUID();
  await blobs.put(id, pieces('alt'));
  async function* broken(): AsyncGenerator<Buffer> {
    yield Buffer.from('neu');
    throw new Error('broken off');
  }
  await assert.rejects(blobs.put(id, broken()), /broken off/);
  assert.equal(await textOf(await blobs.get(id)), 'alt');
  assert.deepEqual(readdirSync(join(folder.path, id.slice(0, 2))), [id]);
});

test('an id that is none never becomes a path', async () => {
  using folder = tempFolder();
  const blobs = fileBlobs(folder.path);
  for (const id of ['../x', '', '00000000-0000-4000-8000-00000000000G', 'a/b'])
    await assert.rejects(blobs.get(id), /no id of a blob/);
});
