import type { Command } from '#platform';
import { bestimmungCommands } from './cli-bestimmung.ts';
import { dutyCommands } from './cli-duties.ts';
import { neuerungenCommands } from './cli-neuerungen.ts';
import type { DutiesDeps } from './doors-deps.ts';

/** Everything of this context on the command line. */
export function dutiesCommands(deps: DutiesDeps): readonly Command[] {
  return [...dutyCommands(deps), ...bestimmungCommands(deps), ...neuerungenCommands(deps)];
}
