import type { Clock, Result } from '#kernel';
import type { Database, Principal, TenantId } from '#platform';
import type { RecordKind } from './record-kind.ts';

/** An organisation by id and name. */
export interface HouseName {
  readonly id: TenantId;
  readonly name: string;
}

/** The organisation for which somebody acts. */
export interface House extends HouseName {
  readonly isProvider: boolean;
  /** The IT-Dienstleister that care for it, and whether it consents to share with each. */
  readonly betreuer: readonly (HouseName & { readonly teilt: boolean })[];
}

/** A member of an organisation, as mentions and mails need it. */
export interface Colleague {
  readonly id: string;
  readonly name: string;
  /** Where mails go; `null` where none may be sent: invited, suspended, removed. */
  readonly email: string | null;
  readonly permissions: ReadonlySet<string>;
}

/** What the doors of this context need from those who compose it. */
export interface DiscussionDeps {
  readonly db: Database;
  readonly clock: Clock;
  readonly demo: boolean;
  /** On what a question can hang. */
  readonly records: readonly RecordKind[];
  readonly houseOf: (principal: Principal | null) => Promise<House | null>;
  /** The Kommunen that an IT-Dienstleister cares for today, and whether each consents to share with it. */
  readonly betreute: (provider: TenantId) => Promise<readonly (HouseName & { readonly teilt: boolean })[]>;
  /** Everybody of an organisation; the read stands in its audit trail. */
  readonly colleagues: (tenant: TenantId) => Promise<readonly Colleague[]>;
  readonly sendMail: (mail: {
    readonly to: string;
    readonly subject: string;
    readonly text: string;
  }) => Promise<void>;
  readonly staffOrigin: string;
  /** The operator at the command line, acting for a named organisation. */
  readonly actingFor: (operator: Principal, organisation: string) => Promise<Result<Principal>>;
}
