import type { Anbieter, EfaDeps, Kommune } from '#efa';
import type { Clock, LocalDate } from '#kernel';
import type { Database, KeyRing, Principal, TenantId, Tx } from '#platform';
import type { Katalog } from './domain/katalog.ts';

/** Where the order of a Kommune for a service stands. */
export interface Auftrag {
  readonly zustand: string;
  /** Whether the provider accepted it, so that agreement and order are there. */
  readonly angenommen: boolean;
  readonly am: LocalDate | null;
}

/** The orders of several Kommunen for one service, by organisation; those without an order are missing. */
export type AuftragPort = (
  tx: Tx,
  dienst: string,
  kommunen: readonly TenantId[],
) => Promise<ReadonlyMap<TenantId, Auftrag>>;

/** What the use cases and doors of this context need from those who compose it. */
export interface ConnectionDeps {
  readonly db: Database;
  readonly clock: Clock;
  readonly demo: boolean;
  readonly keys: KeyRing;
  readonly katalog: Katalog;
  /** What the go-live check of efa looks at. */
  readonly efa: EfaDeps;
  readonly auftraege: AuftragPort;
  /** The Kommune for which somebody acts; `null` for providers and the operator. */
  readonly ownKommune: (principal: Principal | null) => Promise<Kommune | null>;
  /** The IT-Dienstleister for which somebody acts; `null` for everybody else. */
  readonly ownAnbieter: (principal: Principal | null) => Promise<Anbieter | null>;
  /** The Kommunen that an IT-Dienstleister cares for today. */
  readonly betreute: (anbieter: TenantId) => Promise<readonly Kommune[]>;
}
