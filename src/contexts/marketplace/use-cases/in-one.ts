import { type Refusal, type Result, refuse } from '#kernel';
import type { Tx } from '#platform';
import type { MarketplaceDeps } from '../marketplace-deps.ts';
import type { Bestellende } from './wer.ts';

/** Thrown so that nothing of what was begun is kept. */
class Refused extends Error {
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super(refusal.code);
    this.refusal = refusal;
  }
}

/** Runs several steps of a Kommune of which all happen or none. */
export async function inOne<T>(
  { db }: Pick<MarketplaceDeps, 'db'>,
  { kommune, actor }: Pick<Bestellende, 'kommune' | 'actor'>,
  work: (tx: Tx) => Promise<Result<T>>,
): Promise<Result<T>> {
  try {
    return await db.withTenant(kommune.tenant, actor, async (tx) => {
      const done = await work(tx);
      if (!done.ok) throw new Refused(done.refusal);
      return done;
    });
  } catch (error) {
    if (error instanceof Refused) return refuse(error.refusal);
    throw error;
  }
}
