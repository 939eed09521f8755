import type { Command } from '#platform';
import { changeCommands } from './cli-change.ts';
import { compareCommands } from './cli-compare.ts';
import { lookCommands } from './cli-look.ts';
import type { ParametersDeps } from './deps.ts';

/** This room on the command line; the operator names the organisation for which it acts. */
export function parametersCommands(deps: ParametersDeps): readonly Command[] {
  return [...lookCommands(deps), ...compareCommands(deps), ...changeCommands(deps)];
}
