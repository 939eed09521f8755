import type { Delivery } from '#delivery';
import type { Anbieter, Kommune } from '#efa';
import type { Result } from '#kernel';
import type { Actor, Principal, TenantId } from '#platform';
import type { Groessenklasse, Land } from '#territory';
import type { ConnectionDeps } from './connection-deps.ts';
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

/** The bodies that are needed to speak of these keys, or of a Land: all of the country only where it must be. */
export async function koerperFor(
  deps: Pick<CockpitDeps, 'koerper'>,
  { keys, land }: { readonly keys: readonly string[]; readonly land: string | null },
): Promise<ReadonlyMap<string, Koerper>> {
  const near = await deps.koerper('eingespielt');
  const hasLand = land === null || [...near.values()].some((body) => body.land === land);
  const hasKeys = keys.every((key) => near.has(key) || key.length !== 8);
  return hasLand && hasKeys ? near : deps.koerper('alle');
}

/** What the use cases and doors of the cockpit need from those who compose it. */
export interface CockpitDeps
  extends Pick<
    ConnectionDeps,
    'db' | 'clock' | 'demo' | 'efa' | 'katalog' | 'auftraege' | 'ownKommune' | 'ownAnbieter' | 'betreute'
  > {
  readonly delivery: Omit<Delivery, 'blobs'>;
  /** The house behind a tenant, where the worker acts in its transaction. */
  readonly anbieterOf: (tenant: TenantId) => Promise<Anbieter | null>;
  /** The operator at the command line, acting for a named organisation. */
  readonly actingFor: (operator: Principal, organisation: string) => Promise<Result<Principal>>;
  /** Bodies by their key: those that are imported, or all of the country, which takes a moment the first time. */
  readonly koerper: (umfang: 'eingespielt' | 'alle') => Promise<ReadonlyMap<string, Koerper>>;
  readonly laender: () => Promise<readonly Land[]>;
  /** The organisations of the installation by the key of their body. */
  readonly organisationen: () => Promise<ReadonlyMap<string, TenantId>>;
  /** Gives a Kommune a public site where it has none; refuses what cannot be known of it. */
  readonly auftritt: (actor: Actor, kommune: Kommune, bekannt: Bekanntes) => Promise<Result<boolean>>;
  /** Invented values of the demonstration for a service; null outside it, and where it has none. */
  readonly vorfuehrwerte: (dienst: string) => Promise<Readonly<Record<string, JsonValue>> | null>;
  /** Told of a fault that concerns one Kommune alone. */
  readonly warn: (error: unknown) => void;
}
