import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as delay } from 'node:timers/promises';

const busy = 5;

/**
 * Runs `fn` while no other process of this data folder does. The lock is the operating system's own lock on a file,
 * reached through Node's SQLite: it ends with the process, however that dies, so there is no stale lock to judge.
 */
export async function withFolderMutex<T>(
  runFolder: string,
  fn: () => Promise<T>,
  timeoutMs = 90_000,
): Promise<T> {
  const file = new DatabaseSync(join(runFolder, 'mutex'));
  try {
    await acquire(file, Date.now() + timeoutMs);
    return await fn();
  } finally {
    file.close();
  }
}

async function acquire(file: DatabaseSync, end: number): Promise<void> {
  for (;;) {
    try {
      file.exec('begin exclusive');
      return;
    } catch (error) {
      if (!isBusy(error)) throw error;
      if (Date.now() > end) {
        throw new Error(
          'Ein anderer Befehl hält den Datenordner seit langem besetzt. Bitte sehen, ob ein Leitwerk-Prozess hängt, ihn beenden und neu versuchen.',
        );
      }
      await delay(10 + Math.random() * 20);
    }
  }
}

function isBusy(error: unknown): boolean {
  return error instanceof Error && 'errcode' in error && error.errcode === busy;
}
