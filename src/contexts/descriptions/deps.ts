import type { Catalogue } from '#catalogue';
import type { Clock } from '#kernel';
import type { Database, Principal, TenantId } from '#platform';
import type { Territory } from '#territory';
import type { FeedFiles } from './feed-files.ts';

/** The organisation of a body that publishes texts. */
export interface TextKommune {
  readonly tenant: TenantId;
  /** 8 digits, 5 for a Kreis. */
  readonly ags: string;
  readonly name: string;
}

/** What reading feeds needs. */
export interface FeedDeps {
  readonly db: Database;
  readonly clock: Clock;
  readonly catalogue: () => Promise<Catalogue>;
  readonly territory: () => Promise<Territory>;
  readonly feeds: FeedFiles;
}

/** What the doors of this context need. */
export interface DescriptionsDeps extends FeedDeps {
  readonly demo: boolean;
  /** The Kommune for which somebody acts; `null` for providers and the operator. */
  readonly ownKommune: (principal: Principal | null) => Promise<TextKommune | null>;
  /** The organisation of a body, for the operator at the command line; `null` where it has none here. */
  readonly kommuneOf: (ags: string) => Promise<TextKommune | null>;
  /** The name of a member of an organisation; `null` where it has none of that id. */
  readonly personName: (tenant: TenantId, memberId: string) => Promise<string | null>;
  /** The Kommunen of a provider's circle; `null` for everybody else. */
  readonly circleOf: (principal: Principal | null) => Promise<readonly TextKommune[] | null>;
}

/** The permissions of this context. */
export const descriptionsPermissions = { edit: 'finder.edit', import: 'reference.import' } as const;
