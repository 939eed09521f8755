import type { Clock } from '#kernel';
import type { Database } from '#platform';
import type { Catalogue } from './domain/catalogue.ts';
import type { CatalogueVersions } from './use-cases/catalogue-versions.ts';

/** What the doors of the Fassungen need. */
export interface VersionDeps {
  readonly db: Pick<Database, 'withReference'>;
  readonly catalogue: () => Promise<Catalogue>;
  readonly versions: CatalogueVersions;
  readonly clock: Clock;
  /** Says that this process has changed the catalogue. */
  readonly changed: () => void;
}

export interface VersionPageDeps extends VersionDeps {
  readonly demo: boolean;
}
