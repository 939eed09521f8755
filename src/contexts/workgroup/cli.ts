import type { Command } from '#platform';
import type { WorkgroupDeps } from './deps.ts';
import { commandOf } from './doors/aktion.ts';
import { gruppeAktionen } from './doors/aktionen-gruppe.ts';
import { sitzungAktionen } from './doors/aktionen-sitzung.ts';
import { dateiCommands } from './doors/dateien.ts';
import { sichtCommands } from './doors/sichten.ts';

/** The working group on the command line; the operator names the organisation for which it acts. */
export function workgroupCommands(deps: WorkgroupDeps): readonly Command[] {
  return [
    ...sichtCommands(deps),
    ...dateiCommands(deps),
    ...[...sitzungAktionen, ...gruppeAktionen].map((aktion) => commandOf(deps, aktion)),
  ];
}
