import type { Operation } from '#platform';
import type { CostsDeps } from '../costs-deps.ts';
import { billOperations } from './bill-operations.ts';
import { keyOperations } from './key-operations.ts';
import { planOperations } from './plan-operations.ts';

/** This context in the JSON API. Fixed addresses stand before those with an id. */
export function costsOperations(deps: CostsDeps): readonly Operation[] {
  return [...planOperations(deps), ...keyOperations(deps), ...billOperations(deps)];
}
