import type { Anbieter, Kommune } from '#efa';
import type { FassungsWechsel } from '#efa/fassungen';
import type { Clock, Result } from '#kernel';
import type { Actor, Database, Principal, TenantId } from '#platform';
import type { Zahlen } from './domain/regel.ts';

/** What the use cases and doors of this context need from those who compose it. */
export interface ReleasesDeps {
  readonly db: Database;
  readonly clock: Clock;
  readonly demo: boolean;
  readonly wechsel: FassungsWechsel;
  readonly ownKommune: (principal: Principal | null) => Promise<Kommune | null>;
  readonly ownAnbieter: (principal: Principal | null) => Promise<Anbieter | null>;
  /** The operator at the command line, acting for a named organisation. */
  readonly actingFor: (operator: Principal, organisation: string) => Promise<Result<Principal>>;
  /** What the ledger counts of a service since an instant, by version, over these Kommunen together: numbers only. */
  readonly zahlen: (
    kommunen: readonly TenantId[],
    dienst: string,
    seit: Date,
  ) => Promise<ReadonlyMap<string, Zahlen>>;
}

/** Somebody who rolls versions out for the provider that offers them. Only `leadOf` makes one. */
export interface Lead {
  readonly actor: Actor;
  readonly anbieter: Anbieter;
}
