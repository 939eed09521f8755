import type { Operation } from '#platform';
import type { PlanningDeps } from '../planning-deps.ts';
import { groundOperations } from './ground-operations.ts';
import { planOperations } from './plan-operations.ts';

/** This context in the JSON API. Fixed addresses stand before those with an id. */
export function planningOperations(deps: PlanningDeps): readonly Operation[] {
  return [...groundOperations(deps), ...planOperations(deps)];
}
