import type { Clock } from '#kernel';
import type { Principal } from '#platform';
import type { Kommune } from './deps.ts';
import type { QualityReader } from './use-cases/read-quality.ts';

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

/** Whoever may edit texts may see how good they are. */
export const editPermission = 'finder.edit';
