import { fork } from 'node:child_process';
import { once } from 'node:events';
import { z } from 'zod';
import type { FeedGround } from './feed-steps.ts';

/** What a process that reads a feed is told. The address of the database holds a password and never stands in its words. */
export interface ImportOrder {
  readonly url: string;
  readonly path: string;
  readonly nummer: number;
  readonly ground: FeedGround;
}

/** How a reading ended: its code where it was refused, and the most memory that it took. */
export interface ImportEnd {
  readonly refused: string | null;
  readonly peakBytes: number;
}

/** Enough for a batch and the largest object; more would only let rubbish pile up. */
const flags = ['--disable-warning=ExperimentalWarning', '--max-old-space-size=56', '--max-semi-space-size=2'];
const endSchema = z.object({ refused: z.string().nullable(), peakBytes: z.number() });

/** Reads a feed in a process of its own. Throws where that process ends without saying how; the reading keeps its position. */
export async function runImport(order: ImportOrder): Promise<ImportEnd> {
  const child = fork(new URL('./import-process.ts', import.meta.url), [], {
    execArgv: flags,
    serialization: 'advanced',
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const stopped = new AbortController();
  const ended = once(child, 'exit', { signal: stopped.signal }).then(([code, signal]) => {
    throw new Error(`the process that reads a feed ended with ${signal ?? code}`);
  });
  ended.catch(() => {});
  try {
    child.send(order);
    const [said] = await Promise.race([once(child, 'message', { signal: stopped.signal }), ended]);
    return endSchema.parse(said);
  } finally {
    stopped.abort();
    child.disconnect();
  }
}
