import { ok, type Result, refuse } from '#kernel';
import type { FeedDeps } from '../deps.ts';
import type { Einlesung, Quelle } from '../domain/einlesung.ts';
import { readingUnknown } from '../errors.ts';
import { readEinlesung, readEinlesungen } from '../store-einlesung.ts';
import { readQuellen } from '../store-quelle.ts';

/** All sources, and the newest readings. */
export async function readOverview({ db }: Pick<FeedDeps, 'db'>): Promise<{
  readonly quellen: readonly Quelle[];
  readonly einlesungen: readonly Einlesung[];
}> {
  return db.withPublic(async (tx) => ({
    quellen: await readQuellen(tx),
    einlesungen: await readEinlesungen(tx, 50),
  }));
}

export async function findReading({ db }: Pick<FeedDeps, 'db'>, nummer: number): Promise<Result<Einlesung>> {
  const found = await db.withPublic((tx) => readEinlesung(tx, nummer));
  return found ? ok(found) : refuse(readingUnknown(nummer));
}
