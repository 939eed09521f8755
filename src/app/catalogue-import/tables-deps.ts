import type { Clock } from '#kernel';
import type { Database } from '#platform';
import type { HeldUploads } from '../reference/index.ts';

/** What the doors of the import of tables need. */
export interface TableDeps {
  readonly db: Database;
  readonly clock: Clock;
  readonly uploads: HeldUploads;
  /** Says that this process has changed the catalogue. */
  readonly changed: () => void;
}
