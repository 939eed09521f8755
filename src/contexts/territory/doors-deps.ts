import type { Clock } from '#kernel';
import type { Database } from '#platform';
import type { Territory } from './domain/territory.ts';

/** What the territory's operations and commands need. */
export interface TerritoryOperationDeps {
  readonly territory: () => Promise<Territory>;
  readonly clock: Clock;
}

/** What the territory's pages need: the snapshot, the time, and whether this is a demonstration. */
export interface TerritoryPageDeps extends TerritoryOperationDeps {
  readonly demo: boolean;
}

/** What reporting population figures needs. */
export interface PopulationDeps extends TerritoryOperationDeps {
  readonly db: Pick<Database, 'withReference'>;
  /** Says that this process has changed what the territory is made of. */
  readonly changed: () => void;
}
