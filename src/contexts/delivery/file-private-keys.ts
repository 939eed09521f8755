import { mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { flushFolder, writeDurably } from './durable-files.ts';
import type { PrivateKeys } from './ports.ts';

const kidShape = /^[A-Za-z0-9_-]{8,64}$/;

/** Private keys as files of mode 0600 in `folder`, which belongs outside the database and every backup of it. */
export function filePrivateKeys(folder: string): PrivateKeys {
  const fileOf = (kid: string) => {
    if (!kidShape.test(kid)) throw new Error(`„${kid}“ is no key id`);
    return join(folder, `${kid}.pem`);
  };
  return {
    store: async (kid, pem) => {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      await writeDurably(fileOf(kid), bytesOf(pem));
    },
    load: async (kid) => readFile(fileOf(kid), 'utf8').catch(nullIfMissing),
    remove: async (kid) => {
      await rm(fileOf(kid), { force: true });
      await flushFolder(folder);
    },
  };
}

async function* bytesOf(text: string): AsyncGenerator<Buffer> {
  yield Buffer.from(text, 'utf8');
}

function nullIfMissing(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT') return null;
  throw error;
}
