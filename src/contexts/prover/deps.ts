import type { Onlinedienst } from '#forms/onlinedienst';
import type { Clock } from '#kernel';
import type { Variant } from './prove.ts';

/** What the doors need of those who compose them. */
export interface ProverDeps {
  readonly clock: Clock;
  /** Every Onlinedienst whose definition is here. */
  readonly dienste: () => Promise<readonly Onlinedienst[]>;
  /** A definition with every overlay and every Kommune's values in use; equal ones stand once. */
  readonly variantsOf: (dienst: Onlinedienst) => Promise<readonly Variant[]>;
}
