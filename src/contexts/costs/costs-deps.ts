import type { Anbieter, Kommune } from '#efa';
import type { Clock, Result } from '#kernel';
import type { Actor, Database, KeyRing, OutgoingMail, Principal } from '#platform';
import type { Territory } from '#territory';
import type { Kostendaten } from './read-kosten-data.ts';

/** What the use cases and doors of this context need from those who compose it. */
export interface CostsDeps {
  readonly db: Database;
  readonly clock: Clock;
  readonly demo: boolean;
  /** Opens the names and addresses of those who are told of a bill. */
  readonly keys: KeyRing;
  readonly sendMail: (mail: OutgoingMail) => Promise<void>;
  /** Scheme, host and port of the staff area, for links in mails. */
  readonly staffOrigin: string;
  /** Bodies with their inhabitants, by which costs are apportioned. */
  readonly territory: () => Promise<Territory>;
  /** Tax rules, ways of funding and keys that are shipped, all dated. */
  readonly grundlagen: () => Promise<Kostendaten>;
  /** The Kommune for which somebody acts; `null` for providers and the operator. */
  readonly ownKommune: (principal: Principal | null) => Promise<Kommune | null>;
  /** The IT-Dienstleister for which somebody acts; `null` for everybody else. */
  readonly ownAnbieter: (principal: Principal | null) => Promise<Anbieter | null>;
  /** The operator at the command line, acting for a named organisation. */
  readonly actingFor: (operator: Principal, organisation: string) => Promise<Result<Principal>>;
  /** All Kommunen with an organisation here: to address bills and to count use, never for a page. */
  readonly kommunen: (actor: Actor) => Promise<readonly Kommune[]>;
}
