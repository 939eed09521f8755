import type { Command } from '#platform';
import { ownCommands } from './cli-own.ts';
import { readCommands } from './cli-read.ts';
import { publicCommand, releaseCommands } from './cli-releases.ts';
import { stepCommands, writeCommands } from './cli-write.ts';
import { openDataCommands } from './offene-daten/cli.ts';
import type { ReportsDeps } from './reports-deps.ts';
import { overviewCommand } from './uebersicht/cli.ts';

/** This context on the command line; the operator names the Kommune. */
export function reportsCommands(deps: ReportsDeps): readonly Command[] {
  return [
    ...ownCommands(deps, [
      ...readCommands(deps),
      ...writeCommands(deps),
      ...stepCommands(deps),
      ...releaseCommands(deps),
    ]),
    publicCommand(deps),
    ...openDataCommands(deps),
    overviewCommand(deps),
  ];
}
