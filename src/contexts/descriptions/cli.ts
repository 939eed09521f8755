import type { Command } from '#platform';
import { textCommands } from './cli-texts.ts';
import { xzufiCommands } from './cli-xzufi.ts';
import type { DescriptionsDeps } from './deps.ts';

/** All commands of this context. */
export function descriptionsCommands(deps: DescriptionsDeps): readonly Command[] {
  return [...textCommands(deps), ...xzufiCommands(deps)];
}
