import type { LiveDienst } from '#efa';
import type { Clock, LocalDate } from '#kernel';
import type { Database, Tx } from '#platform';
import type { Auftritt, Fremdes, Zustellziel } from './domain/route.ts';
import type { RoutingWorld } from './routing-world.ts';

/** The sites of the Kommunen with their offices, which a higher context holds. */
export interface AuftrittPort {
  /** Changes with every change of a site or an office. Cheap. */
  readonly version: (tx: Tx) => Promise<number>;
  readonly read: (tx: Tx) => Promise<readonly Auftritt[]>;
}

/** What is public of a live Onlinedienst beside its row: what it costs there, and where its Anträge go. */
export interface DienstAngaben {
  readonly gebuehr: string | null;
  /** By LeiKa key; only Zustellpunkte that receive. */
  readonly ziele: ReadonlyMap<string, Zustellziel>;
}

/** What this context needs to gather the facts of the Kommunen. */
export interface LocalFactsDeps {
  readonly db: Pick<Database, 'withPublic'>;
  readonly clock: Clock;
  readonly auftritte: AuftrittPort;
  readonly angaben: {
    /** Changes where the Angaben may differ although no Anbindung changed, as with a Zustellpunkt that rests. */
    readonly version: (tx: Tx) => Promise<number>;
    readonly read: (live: LiveDienst, tag: LocalDate) => Promise<DienstAngaben>;
  };
}

/** What feeds say for a Leistung in the areas of a place, the most special first. */
export type FremdReader = (leistungId: string, kette: readonly string[], tag: LocalDate) => Promise<Fremdes>;

/** What the doors of this context need from those who compose it. */
export interface RoutingDeps {
  readonly clock: Clock;
  readonly demo: boolean;
  readonly world: () => Promise<RoutingWorld>;
  readonly fremd: FremdReader;
}
