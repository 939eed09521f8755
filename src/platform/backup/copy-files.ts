import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** A file that was copied, proved by its hash. */
export interface CopiedFile {
  /** Relative to the copied folder. */
  readonly path: string;
  readonly size: number;
  readonly sha256: string;
}

export interface CopyOptions {
  /** Paths, relative to the source, that stay behind; a folder that stays behind is made empty. */
  readonly skip?: (path: string, isFolder: boolean) => 'copy' | 'empty' | 'leave';
  /** Called for every file and folder that was made. */
  readonly made?: (path: string) => void;
  /** A live database removes files while it is copied; what is gone was not needed. */
  readonly mayVanish?: boolean;
}

const atOnce = 4;
const chunkBytes = 1 << 20;

/**
 * Copies a folder in a stream, file by file, each hashed on the way. All are flushed to the disk at the end: flushed one
 * by one, each would wait for what everybody else on the machine has written meanwhile.
 */
export async function copyFolder(from: string, to: string, options: CopyOptions = {}): Promise<CopiedFile[]> {
  const wanted: string[] = [];
  makeFolder(to, options);
  collect(from, to, '', wanted, options);
  const copied: CopiedFile[] = [];
  await someAtOnce(wanted, async (path) => {
    const file = await copyIfThere(from, to, path, options);
    if (file) copied.push(file);
  });
  await someAtOnce(copied, ({ path }) => flushFile(join(to, path)));
  return copied.sort((a, b) => (a.path < b.path ? -1 : 1));
}

async function someAtOnce<T>(all: readonly T[], work: (one: T) => Promise<void>): Promise<void> {
  const left = all.values();
  const worker = async () => {
    for (const one of left) await work(one);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}

function collect(from: string, to: string, below: string, wanted: string[], options: CopyOptions): void {
  for (const entry of readdirSync(join(from, below), { withFileTypes: true })) {
    const path = below === '' ? entry.name : `${below}/${entry.name}`;
    const decision = options.skip?.(path, entry.isDirectory()) ?? 'copy';
    if (decision === 'leave') continue;
    if (entry.isDirectory()) {
      makeFolder(join(to, path), options);
      if (decision === 'copy') collect(from, to, path, wanted, options);
    } else if (entry.isFile() && decision === 'copy') wanted.push(path);
  }
}

function makeFolder(folder: string, options: CopyOptions): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  options.made?.(folder);
}

async function copyIfThere(
  from: string,
  to: string,
  path: string,
  options: CopyOptions,
): Promise<CopiedFile | null> {
  try {
    const copied = await pumpFile(join(from, path), join(to, path));
    options.made?.(join(to, path));
    return { path, ...copied };
  } catch (error) {
    const gone = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    if (gone && options.mayVanish) return null;
    throw error;
  }
}

/** Copies one file and flushes it; returns what was written, not what the source has grown to since. */
export async function copyFile(from: string, to: string): Promise<{ size: number; sha256: string }> {
  const copied = await pumpFile(from, to);
  await flushFile(to);
  return copied;
}

async function flushFile(file: string): Promise<void> {
  const handle = await open(file, 'r+');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function pumpFile(from: string, to: string): Promise<{ size: number; sha256: string }> {
  const source = await open(from, 'r');
  try {
    const target = await open(to, 'wx', 0o600);
    try {
      return await pump(source, target);
    } finally {
      await target.close();
    }
  } finally {
    await source.close();
  }
}

async function pump(source: FileHandle, target: FileHandle): Promise<{ size: number; sha256: string }> {
  const hash = createHash('sha256');
  const buffer = Buffer.allocUnsafe(chunkBytes);
  let size = 0;
  for (;;) {
    const { bytesRead } = await source.read(buffer, 0, chunkBytes);
    if (bytesRead === 0) return { size, sha256: hash.digest('hex') };
    const part = buffer.subarray(0, bytesRead);
    hash.update(part);
    await target.writeFile(part);
    size += bytesRead;
  }
}

/** Hash and size of a file, read in a stream. */
export async function hashFile(file: string): Promise<{ size: number; sha256: string }> {
  const source = await open(file, 'r');
  const hash = createHash('sha256');
  const buffer = Buffer.allocUnsafe(chunkBytes);
  let size = 0;
  try {
    for (;;) {
      const { bytesRead } = await source.read(buffer, 0, chunkBytes);
      if (bytesRead === 0) return { size, sha256: hash.digest('hex') };
      hash.update(buffer.subarray(0, bytesRead));
      size += bytesRead;
    }
  } finally {
    await source.close();
  }
}

/** Flushes a folder's own list of names. */
export async function flushFolder(folder: string): Promise<void> {
  const handle = await open(dirname(join(folder, '.')), 'r');
  await handle.sync();
  await handle.close();
}
