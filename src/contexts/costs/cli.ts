import type { Command } from '#platform';
import { angabenCommands } from './cli-angaben.ts';
import { billCommands } from './cli-bills.ts';
import { eigeneAngabenCommands } from './cli-eigene-angaben.ts';
import { keyCommands } from './cli-keys.ts';
import { planCommands } from './cli-plan.ts';
import type { CostsDeps } from './costs-deps.ts';

/** This context on the command line; the operator names the organisation for which it acts. */
export function costsCommands(deps: CostsDeps): readonly Command[] {
  return [
    ...planCommands(deps),
    ...keyCommands(deps),
    ...angabenCommands(deps),
    ...eigeneAngabenCommands(deps),
    ...billCommands(deps),
  ];
}
