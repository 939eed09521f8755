import type { Command } from '#platform';
import { changeCommands } from './cli-change.ts';
import { readCommands } from './cli-read.ts';
import type { FieldsDeps } from './deps.ts';

/** This context on the command line; the operator names the organisation. */
export function fieldsCommands(deps: FieldsDeps): readonly Command[] {
  return [...readCommands(deps), ...changeCommands(deps)];
}
