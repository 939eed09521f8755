import type { Clock, Result } from '#kernel';
import type { Database, Principal } from '#platform';

/** What the doors of this context need from those who compose it. */
export interface ViewsDeps {
  readonly db: Database;
  readonly clock: Clock;
  readonly demo: boolean;
  /** Whether a path is one of our pages. */
  readonly isPage: (path: string) => boolean;
  /** The name of the organisation for which somebody acts. */
  readonly houseOf: (principal: Principal) => Promise<string | null>;
  /** The operator at the command line, acting for an organisation that it names. */
  readonly actingFor: (operator: Principal, organisation: string) => Promise<Result<Principal>>;
}
