import type { Result } from '#kernel';
import { allOrNone, type Tx } from '#platform';
import type { MarketplaceDeps } from '../marketplace-deps.ts';
import type { Bestellende } from './wer.ts';

/** Runs several steps of a Kommune of which all happen or none. */
export function inOne<T>(
  { db }: Pick<MarketplaceDeps, 'db'>,
  { kommune, actor }: Pick<Bestellende, 'kommune' | 'actor'>,
  work: (tx: Tx) => Promise<Result<T>>,
): Promise<Result<T>> {
  return allOrNone((run) => db.withTenant(kommune.tenant, actor, run), work);
}
