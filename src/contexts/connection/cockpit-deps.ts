import type { Delivery } from '#delivery';
import type { Anbieter, EfaDeps, Kommune } from '#efa';
import type { Clock, Result } from '#kernel';
import type { Actor, Database, Principal, TenantId } from '#platform';
import type { Groessenklasse } from '#territory';
import type { Bekanntes } from './domain/annahmen.ts';
import type { JsonValue } from './domain/json-value.ts';

/** A body that can be connected, anywhere in the country. */
export interface Koerper extends Bekanntes {
  /** Länderschlüssel and name of the Land. */
  readonly land: string;
  readonly landName: string;
  /** Key and name of the Kreis; null for kreisfreie Städte and for Kreise. */
  readonly kreisAgs: string | null;
  readonly kreis: string | null;
  /** Null where none is known: outside Nordrhein-Westfalen. */
  readonly klasse: Groessenklasse | null;
  /** Where it lies; null for Kreise. */
  readonly punkt: { readonly lat: number; readonly lon: number } | null;
}

/** What the use cases and doors of the cockpit need from those who compose it. */
export interface CockpitDeps {
  readonly db: Database;
  readonly clock: Clock;
  readonly demo: boolean;
  readonly efa: EfaDeps;
  readonly delivery: Omit<Delivery, 'blobs'>;
  readonly ownAnbieter: (principal: Principal | null) => Promise<Anbieter | null>;
  readonly anbieterOf: (tenant: TenantId) => Promise<Anbieter | null>;
  /** The operator at the command line, acting for a named organisation. */
  readonly actingFor: (operator: Principal, organisation: string) => Promise<Result<Principal>>;
  /** The Kommunen that a house cares for today. */
  readonly circle: (actor: Actor, anbieter: TenantId) => Promise<readonly Kommune[]>;
  /** Every body of the country by its key. */
  readonly koerper: () => Promise<ReadonlyMap<string, Koerper>>;
  /** The organisations of the installation by the key of their body. */
  readonly organisationen: () => Promise<ReadonlyMap<string, TenantId>>;
  /** Gives a Kommune a public site where it has none; refuses what cannot be known of it. */
  readonly auftritt: (actor: Actor, kommune: Kommune, bekannt: Bekanntes) => Promise<Result<boolean>>;
  /** Invented values of the demonstration for a service; null outside it, and where it has none. */
  readonly vorfuehrwerte: (dienst: string) => Promise<Readonly<Record<string, JsonValue>> | null>;
  /** Told of a fault that concerns one Kommune alone. */
  readonly warn: (error: unknown) => void;
}
