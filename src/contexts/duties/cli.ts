import type { Command } from '#platform';
import { bestimmungCommands } from './cli-bestimmung.ts';
import { coverageCommands } from './cli-coverage.ts';
import { dutyCommands } from './cli-duties.ts';
import { reviewCommands } from './cli-review.ts';
import type { DutiesDeps } from './doors-deps.ts';

/** Everything of this context on the command line. */
export function dutiesCommands(deps: DutiesDeps): readonly Command[] {
  return [
    ...dutyCommands(deps),
    ...bestimmungCommands(deps),
    ...coverageCommands(deps),
    ...reviewCommands(deps),
  ];
}
