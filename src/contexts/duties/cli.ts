import type { Command } from '#platform';
import { bestimmungCommands } from './cli-bestimmung.ts';
import { changeCommands } from './cli-changes.ts';
import { coverageCommands } from './cli-coverage.ts';
import { delegationCommands } from './cli-delegation.ts';
import { dutyCommands } from './cli-duties.ts';
import { neuerungenCommands } from './cli-neuerungen.ts';
import { reviewCommands } from './cli-review.ts';
import type { DutiesDeps } from './doors-deps.ts';

/** Everything of this context on the command line. */
export function dutiesCommands(deps: DutiesDeps): readonly Command[] {
  return [
    ...dutyCommands(deps),
    ...changeCommands(deps),
    ...delegationCommands(deps),
    ...bestimmungCommands(deps),
    ...coverageCommands(deps),
    ...reviewCommands(deps),
    ...neuerungenCommands(deps),
  ];
}
