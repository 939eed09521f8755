import type { Operation } from '#platform';
import type { WorkshopDeps } from '../deps.ts';
import { changeOperations } from './change-operations.ts';
import { publishOperations } from './publish-operations.ts';
import { readOperations } from './read-operations.ts';

/** The workshop in the JSON API. */
export function workshopOperations(deps: WorkshopDeps): readonly Operation[] {
  return [...readOperations(deps), ...changeOperations(deps), ...publishOperations(deps)];
}
