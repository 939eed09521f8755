import type { Operation } from '#platform';
import type { DescriptionsDeps } from '../deps.ts';
import { textOperations } from './text-operations.ts';
import { xzufiOperations } from './xzufi-operations.ts';

/** All operations of this context. */
export function descriptionsOperations(deps: DescriptionsDeps): readonly Operation[] {
  return [...textOperations(deps), ...xzufiOperations(deps)];
}
