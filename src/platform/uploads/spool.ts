import { randomBytes, randomUUID } from 'node:crypto';
import { type FileHandle, open, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { frameBytes, openFrames, sealFrames } from './sealed-frames.ts';

/** A file without a name, sealed under a key that only this process has: it ends with its handle, whatever happens. */
export interface Spool {
  /** Keeps what a stream holds; once. No byte is written before it is sealed. */
  readonly keep: (source: AsyncIterable<Uint8Array>) => Promise<void>;
  /** Reads it from the start, as often as wanted; throws where the disk gives back something else. */
  readonly open: () => AsyncGenerator<Buffer>;
  /** Forgets the key and gives the room back. */
  readonly close: () => Promise<void>;
}

/** Opens an empty spool in a folder that exists. */
export async function openSpool(folder: string): Promise<Spool> {
  const path = join(folder, randomUUID());
  const handle = await open(path, 'wx+', 0o600);
  // Without its name the file is gone with this process, also where that is killed.
  await rm(path, { force: true });
  const key = randomBytes(32);
  return {
    keep: async (source) => {
      for await (const frame of sealFrames(key, source)) await handle.appendFile(frame);
    },
    open: () => openFrames(key, piecesOf(handle)),
    close: async () => {
      key.fill(0);
      await handle.close();
    },
  };
}

/** Removes what processes left that ended between opening a file and taking its name away, and what earlier versions left. */
export async function sweepSpools(folder: string): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  await Promise.all(names.map((name) => rm(join(folder, name), { force: true })));
}

async function* piecesOf(handle: FileHandle): AsyncGenerator<Buffer> {
  const buffer = Buffer.allocUnsafeSlow(frameBytes);
  for (let position = 0; ; ) {
    const { bytesRead } = await handle.read(buffer, 0, buffer.length, position);
    if (bytesRead === 0) return;
    position += bytesRead;
    yield buffer.subarray(0, bytesRead);
  }
}
