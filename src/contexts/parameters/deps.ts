import type { Anbieter, EfaDeps, Kommune } from '#efa';
import type { ParameterValues } from '#forms';
import type { Onlinedienst } from '#forms/onlinedienst';
import type { Result } from '#kernel';
import type { Acting, TenantId, Tx } from '#platform';
import type { Feiertagsregel } from './domain/feiertage.ts';

/** A Kommune that an IT-Dienstleister looks after, and whether it shares its values with it. */
export interface BetreuteKommune extends Kommune {
  readonly teilt: boolean;
}

/** What the use cases and doors of this room need of those who compose it. */
export interface ParametersDeps extends Acting {
  readonly efa: EfaDeps;
  /** The Kommunen that an IT-Dienstleister looks after (`readCircle` of identity). */
  readonly betreute: (anbieter: TenantId) => Promise<readonly BetreuteKommune[]>;
  /** The IT-Dienstleister that look after a Kommune. */
  readonly anbieterVon: (kommune: TenantId) => Promise<readonly Anbieter[]>;
  /** Base, published layers and values as one, as citizens get them (`openServing` of overlays). */
  readonly serve: (
    tx: Tx,
    base: Onlinedienst,
    kommune: {
      readonly ags: string;
      readonly name: string;
      readonly values: Readonly<Record<string, unknown>>;
    },
  ) => Promise<
    Result<{ readonly hash: string; readonly dienst: Onlinedienst; readonly values: ParameterValues }>
  >;
  /** Why a text is too hard for citizens; null where it is not (`tooHard` of prover). */
  readonly zuSchwer: (text: string) => string | null;
  readonly feiertage: readonly Feiertagsregel[];
}
