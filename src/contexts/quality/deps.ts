import type { Clock } from '#kernel';
import type { Database, TenantId } from '#platform';
import type { RoutingWorld } from '#routing';
import type { Ergebnis } from './domain/link.ts';

/** A body whose texts somebody looks after. */
export interface Kommune {
  readonly tenant: TenantId;
  /** 8 digits, 5 for a Kreis. */
  readonly ags: string;
  readonly name: string;
}

/** What judging needs of the others. */
export interface QualityReadDeps {
  readonly db: Pick<Database, 'withPublic'>;
  readonly clock: Clock;
  readonly world: () => Promise<RoutingWorld>;
  /** The words of the thesaurus and what each leads to. */
  readonly words: () => Promise<{
    readonly woerter: readonly { readonly ozgId: number | null; readonly leistungId: string | null }[];
  }>;
}

/** What became of a look at an address. */
export interface ProbeAnswer {
  readonly ergebnis: Ergebnis;
  readonly status: number | null;
}

/** What looking after links needs: the worker has it. */
export interface LinkDeps {
  readonly db: Database;
  readonly clock: Clock;
  /** Looks whether an address answers; `null` where the network is not to be asked, as in the demo. */
  readonly probe: ((link: string) => Promise<ProbeAnswer>) | null;
  /** Waits so many milliseconds. */
  readonly pause: (ms: number) => Promise<void>;
}
