import type { Clock } from '#kernel';
import type { Database, Principal, TenantId } from '#platform';
import type { RoutingWorld } from '#routing';
import type { Ergebnis } from './domain/link.ts';
import type { QualityReader } from './use-cases/read-quality.ts';

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

/** What the doors need. */
export interface QualityDeps {
  readonly clock: Clock;
  readonly demo: boolean;
  readonly reader: QualityReader;
  /** The Kommune for which somebody acts; `null` for providers and the operator. */
  readonly ownKommune: (principal: Principal | null) => Promise<Kommune | null>;
  /** The organisation of a body, for the operator at the command line. */
  readonly kommuneOf: (ags: string) => Promise<Kommune | null>;
  /** The Kommunen of a provider's circle; `null` for everybody else. */
  readonly circleOf: (principal: Principal | null) => Promise<readonly Kommune[] | null>;
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

/** Whoever may edit texts may see how good they are. */
export const editPermission = 'finder.edit';
