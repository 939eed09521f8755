import type { Command } from '#platform';
import { groundCommands } from './cli-ground.ts';
import { planCommands } from './cli-plan.ts';
import type { PlanningDeps } from './planning-deps.ts';

/** This context on the command line; the operator names the organisation for which it acts. */
export function planningCommands(deps: PlanningDeps): readonly Command[] {
  return [...planCommands(deps), ...groundCommands(deps)];
}
