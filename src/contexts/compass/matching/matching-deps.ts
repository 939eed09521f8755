import type { LocalDate } from '#kernel';
import type { TenantId } from '#platform';
import type { Register } from '#solutions';
import type { CompassDeps, Kommune } from '../doors-deps.ts';

/** An Onlinedienst that is live, or suspended, in a Kommune: what everybody may know. */
export interface LiveAngebot {
  /** The id under which the Onlinedienst stands in the register. */
  readonly loesungId: string;
  readonly titel: string;
  readonly ags: string;
  readonly leika: readonly string[];
  readonly seit: LocalDate;
  /** Why citizens cannot use it at present; null while they can. */
  readonly ausgesetztGrund: string | null;
}

/** The IT-Dienstleister of a Kommune, and whether the Kommune shares its Stand with the circle today. */
export interface Betreuer {
  readonly tenant: TenantId;
  readonly name: string;
  readonly teilt: boolean;
}

/** What matching needs besides the Umsetzungsstand itself. */
export interface MatchingDeps extends CompassDeps {
  readonly register: () => Promise<Register>;
  readonly live: () => Promise<readonly LiveAngebot[]>;
  /** Who looks after a Kommune; `null` where nobody does. */
  readonly betreuerOf: (kommune: Pick<Kommune, 'tenant'>) => Promise<Betreuer | null>;
}
