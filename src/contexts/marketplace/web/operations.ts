import type { Operation } from '#platform';
import type { MarketplaceDeps } from '../marketplace-deps.ts';
import { contractOperations } from './contract-operations.ts';
import { interessentenOperations } from './interessenten-operations.ts';
import { offeringOperations } from './offering-operations.ts';
import { orderOperations } from './order-operations.ts';
import { sammelOperations } from './sammel-operations.ts';

/** This context in the JSON API. */
export function marketplaceOperations(deps: MarketplaceDeps): readonly Operation[] {
  return [
    ...offeringOperations(deps),
    ...interessentenOperations(deps),
    ...orderOperations(deps),
    ...contractOperations(deps),
    ...sammelOperations(deps),
  ];
}
