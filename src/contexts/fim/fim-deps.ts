import type { Clock, Result } from '#kernel';
import type { Database, Principal } from '#platform';
import type { SchemaLeser } from './use-cases/schema-leser.ts';

/** What the use cases and doors of this context need from those who compose it. */
export interface FimDeps {
  readonly db: Database;
  readonly clock: Clock;
  readonly demo: boolean;
  /** How somebody is called where their tick is shown. */
  readonly personOf: (principal: Principal) => Promise<string>;
  /** The operator at the command line, acting for an organisation that it names. */
  readonly actingFor: (operator: Principal, organisation: string) => Promise<Result<Principal>>;
  /** Reads files, and remembers the last ones. */
  readonly leser: SchemaLeser;
}
