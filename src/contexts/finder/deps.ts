import type { Catalogue } from '#catalogue';
import type { House } from '#duties';
import type { Clock, Result } from '#kernel';
import type { Database, Principal } from '#platform';
import type { FinderIndex } from './domain/finder-index.ts';
import type { OrtPort, SignalPort } from './ports.ts';
import type { IndexInput } from './use-cases/finder-snapshot.ts';
import type { FinderWords } from './use-cases/load-finder.ts';
import type { SearchLog } from './use-cases/search-log.ts';

/** What everybody who searches needs. */
export interface FinderReadDeps {
  readonly catalogue: () => Promise<Catalogue>;
  readonly index: () => Promise<FinderIndex>;
  readonly words: () => Promise<FinderWords>;
  readonly ort: OrtPort;
  readonly signals: SignalPort;
  readonly log: SearchLog;
}

/** What the use cases and doors of this context need from those who compose it. */
export interface FinderDeps extends FinderReadDeps {
  readonly db: Database;
  readonly clock: Clock;
  readonly demo: boolean;
  /** Catalogue and thesaurus as the index takes them. */
  readonly input: () => Promise<IndexInput>;
  /** The thesaurus changed: the next reader sees it. */
  readonly wordsChanged: () => void;
  /** For whom somebody acts and which IT-Dienstleister decides; `null` for the operator. */
  readonly houseOf: (principal: Principal | null) => Promise<House | null>;
  /** The operator at the command line, acting for an organisation. */
  readonly actingFor: (operator: Principal, organisation: string) => Promise<Result<Principal>>;
}

/** The permission of editors: proposals, and decisions about those of others. */
export const editPermission = 'finder.edit';
