import { createHash } from 'node:crypto';
import { mkdir, open, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { isUuid } from '#kernel';
import { newId } from '#platform';

/** A file that was kept, by what it is told apart. */
export interface KeptFeed {
  readonly id: string;
  readonly bytes: number;
  readonly hash: string;
}

/** Where feeds lie between their upload and the decision about them. They are public data and lie in clear. */
export interface FeedFiles {
  readonly keep: (source: AsyncIterable<Uint8Array>) => Promise<KeptFeed>;
  /** Where a kept file lies; null where it is gone. */
  readonly pathOf: (id: string) => Promise<string | null>;
  readonly remove: (id: string) => Promise<void>;
  /** Removes every file that is not named and older than a day. */
  readonly sweep: (keep: ReadonlySet<string>, now: Date) => Promise<void>;
}

const day = 86_400_000;

/** Keeps feeds in a folder of the data folder. */
export function feedFiles(folder: string): FeedFiles {
  const pathOf = (id: string) => join(folder, id);
  return {
    keep: async (source) => {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const id = newId();
      const handle = await open(pathOf(id), 'wx', 0o600);
      try {
        const { bytes, hash } = await hashed(source, async (piece) => {
          await handle.write(piece);
        });
        await handle.sync();
        return { id, bytes, hash };
      } catch (error) {
        await rm(pathOf(id), { force: true });
        throw error;
      } finally {
        await handle.close();
      }
    },
    pathOf: async (id) => {
      if (!isUuid(id)) return null;
      const found = await stat(pathOf(id)).catch(() => null);
      return found?.isFile() ? pathOf(id) : null;
    },
    remove: async (id) => {
      if (isUuid(id)) await rm(pathOf(id), { force: true });
    },
    sweep: async (keep, now) => {
      for (const id of (await readdir(folder).catch(() => [])).filter(
        (name) => isUuid(name) && !keep.has(name),
      )) {
        const found = await stat(pathOf(id)).catch(() => null);
        if (found && now.getTime() - found.mtimeMs > day) await rm(pathOf(id), { force: true });
      }
    },
  };
}

/** Length and SHA-256 of what a source holds, told while it goes through. */
export async function hashed(
  source: AsyncIterable<Uint8Array>,
  each: (piece: Uint8Array) => Promise<void> = async () => {},
): Promise<{ readonly bytes: number; readonly hash: string }> {
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const piece of source) {
    hash.update(piece);
    bytes += piece.length;
    await each(piece);
  }
  return { bytes, hash: hash.digest('hex') };
}
