import { z } from 'zod';
import type { EventHandlers } from '#platform';
import type { FeedDeps } from './deps.ts';
import { fileGone } from './errors.ts';
import type { ImportOrder } from './run-import.ts';
import { moveEinlesung, readEinlesung, readEinlesungen } from './store-einlesung.ts';
import { forgetObjekte } from './store-staging.ts';
import { readEvent } from './use-cases/begin-reading.ts';
import { feedGround } from './use-cases/feed-ground.ts';
import { reader } from './use-cases/read-feed.ts';

const payloadSchema = z.object({ einlesung: z.int() });

/** What the worker needs. */
export interface WorkerFeedDeps extends FeedDeps {
  /** Reads a feed in a process of its own. */
  readonly runImport: (order: Omit<ImportOrder, 'url'>) => Promise<unknown>;
}

/** The worker's part: reads feeds. It may come twice, and goes on where it stopped. */
export function descriptionsHandlers(deps: WorkerFeedDeps): EventHandlers {
  return {
    [readEvent]: async (payload) => {
      const { einlesung: nummer } = payloadSchema.parse(payload);
      const einlesung = await deps.db.withPublic((tx) => readEinlesung(tx, nummer));
      if (einlesung?.zustand !== 'liest') return;
      const path = einlesung.datei === null ? null : await deps.feeds.pathOf(einlesung.datei);
      if (path === null) {
        const grund = { code: fileGone.code, message: fileGone.message, zeile: null, spalte: null };
        await deps.db.withReference(reader, (tx) => moveEinlesung(tx, nummer, 'ablehnen', { grund }));
        return;
      }
      await deps.runImport({ path, nummer, ground: await feedGround(deps, einlesung) });
    },
  };
}

const day = 86_400_000;
const mostAtATime = 50_000;

/** Puts readings aside on which nobody decided for a week, forgets objects and files that nobody reads any more. */
export async function maintainDescriptions({ db, clock, feeds }: FeedDeps): Promise<void> {
  const now = clock.now();
  const newest = await db.withPublic((tx) => readEinlesungen(tx, 500));
  await db.withReference(reader, async (tx) => {
    for (const { nummer, zustand, angelegtAm } of newest)
      if (zustand === 'geprueft' && now.getTime() - angelegtAm.getTime() > 7 * day)
        await moveEinlesung(tx, nummer, 'verwerfen');
  });
  await db.withReference(reader, (tx) => forgetObjekte(tx, new Date(now.getTime() - day), mostAtATime));
  const open = newest.filter(({ zustand }) => zustand === 'liest').flatMap(({ datei }) => datei ?? []);
  await feeds.sweep(new Set(open), now);
}
