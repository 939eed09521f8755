import { mkdir, open, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { isUuid } from '#kernel';
import { flushFolder, writeDurably } from './durable-files.ts';
import type { Blobs } from './ports.ts';

/** Ciphertexts as files below `folder`, spread over 256 folders by the first two digits of their id. */
export function fileBlobs(folder: string): Blobs {
  const fileOf = (id: string) => {
    if (!isUuid(id)) throw new Error(`„${id}“ is no id of a blob`);
    return join(folder, id.slice(0, 2), id);
  };
  return {
    put: async (id, bytes) => {
      const file = fileOf(id);
      await mkdir(dirname(file), { recursive: true, mode: 0o700 });
      await writeDurably(file, bytes);
    },
    get: async (id) => {
      const handle = await open(fileOf(id), 'r').catch((error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT') return null;
        throw error;
      });
      return handle?.createReadStream({ highWaterMark: 64 * 1024 }) ?? null;
    },
    delete: async (id) => {
      const file = fileOf(id);
      // A killed upload leaves its draft; it goes with the row that announced it.
      for (const name of [file, `${file}.new`]) await rm(name, { force: true });
      await flushFolder(dirname(file));
    },
  };
}
