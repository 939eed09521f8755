import { z } from 'zod';
import { openDatabase } from '#platform';
import { feedSteps, piecesOfFile } from './feed-steps.ts';
import { readFeed } from './use-cases/read-feed.ts';

// A process that reads one feed and ends. Its heap has a limit of its own, and the worker does other jobs meanwhile.

const order = z.object({
  url: z.string(),
  path: z.string(),
  nummer: z.int(),
  ground: z.object({
    leistungen: z.map(z.string(), z.string()),
    arsByAgs: z.map(z.string(), z.string()),
    ars: z.string(),
    redaktion: z.string(),
  }),
});

// Whoever started it is gone: another one will go on.
process.on('disconnect', () => process.exit(1));
process.once('message', async (raw) => {
  const { url, path, nummer, ground } = order.parse(raw);
  const db = openDatabase(url, { max: 2, repeatable: true });
  const read = await readFeed({ db }, nummer, (skip) => feedSteps(piecesOfFile(path), ground, skip));
  await db.close();
  const peakBytes = process.resourceUsage().maxRSS * 1_024;
  process.send?.({ refused: read.ok ? null : read.refusal.code, peakBytes }, () => process.exit(0));
});
