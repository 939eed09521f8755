import type { Anbieter, Kommune } from '#efa';
import type { Clock, Result } from '#kernel';
import type { Actor, Database, Principal } from '#platform';
import type { Territory } from '#territory';
import type { Gerechnet } from './gerechnet.ts';
import type { Kostendaten } from './read-kosten-data.ts';

/** What the use cases and doors of this context need from those who compose it. */
export interface CostsDeps {
  readonly db: Database;
  readonly clock: Clock;
  readonly demo: boolean;
  /** Bodies with their inhabitants, by which costs are apportioned. */
  readonly territory: () => Promise<Territory>;
  /** Tax rules, ways of funding and keys that are shipped, all dated. */
  readonly grundlagen: () => Promise<Kostendaten>;
  /** Bills that were computed lately (`keepGerechnet`). */
  readonly gerechnet: Gerechnet;
  /** The Kommune for which somebody acts; `null` for providers and the operator. */
  readonly ownKommune: (principal: Principal | null) => Promise<Kommune | null>;
  /** The IT-Dienstleister for which somebody acts; `null` for everybody else. */
  readonly ownAnbieter: (principal: Principal | null) => Promise<Anbieter | null>;
  /** The operator at the command line, acting for a named organisation. */
  readonly actingFor: (operator: Principal, organisation: string) => Promise<Result<Principal>>;
  /** All Kommunen with an organisation here: to address bills and to count use, never for a page. */
  readonly kommunen: (actor: Actor) => Promise<readonly Kommune[]>;
}
