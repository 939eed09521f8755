import type { Onlinedienst } from '#forms/onlinedienst';
import type { Clock } from '#kernel';
import type { Database, Principal, TenantId } from '#platform';
import type { DraftShape } from './change/plan-transition.ts';
import type { Effectives, KommuneValues } from './layer/effective.ts';

/** A Kommune that uses a service, with the key of its Land before its own. */
export interface ConnectedKommune extends KommuneValues {
  readonly ags: string;
}

/** What the doors need of those who compose them. */
export interface OverlaysDeps {
  readonly db: Database;
  readonly clock: Clock;
  readonly effectives: Effectives;
  /** Every Onlinedienst whose definition is here, in its newest version. */
  readonly dienste: () => Promise<readonly Onlinedienst[]>;
  /** A published version; null where it was never offered. */
  readonly versionOf: (dienst: string, version: number) => Promise<Onlinedienst | null>;
  /** The versions that were ever offered, and the one that lies ready. */
  readonly versionsOf: (dienst: string) => Promise<readonly number[]>;
  /** A Kommune that is connected to the service, by name or key; null where it is not. */
  readonly kommuneOf: (dienst: string, kommune: string) => Promise<ConnectedKommune | null>;
  /** The Kommunen that are connected to the service, by name. */
  readonly kommunenOf: (
    dienst: string,
  ) => Promise<readonly { readonly ags: string; readonly name: string }[]>;
  /** For whom somebody may publish: the organisation that offers the service; null for all others. */
  readonly ownerOf: (principal: Principal | null, dienst: string) => Promise<TenantId | null>;
  /** What lies in clear of the drafts of a service, of all Kommunen together. */
  readonly draftShapes: (dienst: string) => Promise<readonly DraftShape[]>;
}
