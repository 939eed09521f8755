import type { Command } from '#platform';
import { contractCommands } from './cli-contracts.ts';
import { interessentenCommands } from './cli-interessenten.ts';
import { offeringCommands } from './cli-offering.ts';
import { orderCommands } from './cli-orders.ts';
import { sammelCommands } from './cli-sammel.ts';
import type { MarketplaceDeps } from './marketplace-deps.ts';

/** This context on the command line. */
export function marketplaceCommands(deps: MarketplaceDeps): readonly Command[] {
  return [
    ...offeringCommands(deps),
    ...orderCommands(deps),
    ...interessentenCommands(deps),
    ...contractCommands(deps),
    ...sammelCommands(deps),
  ];
}
