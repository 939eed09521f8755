import type { PvogReadDeps } from '#pvog';
import type { Contexts } from '../contexts.ts';
import type { Services } from '../services.ts';

/** What the search API in the shape of the PVOG answers from. */
export function pvogDeps(
  { db, clock, worlds }: Services,
  { routing, finder }: Pick<Contexts, 'routing' | 'finder'>,
): PvogReadDeps {
  return { db, clock, index: worlds.finder.current, signals: finder.signals, world: routing.world };
}
