import type { Operation } from '#platform';
import type { PortalDoorDeps } from '../deps.ts';
import { aussehenOperations } from './aussehen-operations.ts';
import { publicOperations } from './public-operations.ts';
import { staffOperations } from './staff-operations.ts';

/** This context in the JSON API. What is public on a site needs no token. */
export function portalOperations(deps: PortalDoorDeps): readonly Operation[] {
  return [...publicOperations(deps), ...staffOperations(deps), ...aussehenOperations(deps)];
}
