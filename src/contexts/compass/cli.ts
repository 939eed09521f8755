import type { Command } from '#platform';
import { evidenceCommands } from './cli-evidence.ts';
import { fachbereichCommands } from './cli-fachbereiche.ts';
import { handOverCommands } from './cli-hand-over.ts';
import { newsCommands } from './cli-news.ts';
import { sammelCommands } from './cli-sammel.ts';
import { standCommands } from './cli-stand.ts';
import { zahlenCommands } from './cli-zahlen.ts';
import type { CompassDeps } from './doors-deps.ts';

/** This context on the command line. */
export function compassCommands(deps: CompassDeps): readonly Command[] {
  return [
    ...standCommands(deps),
    ...evidenceCommands(deps),
    ...fachbereichCommands(deps),
    ...handOverCommands(deps),
    ...zahlenCommands(deps),
    ...sammelCommands(deps),
    ...newsCommands(deps),
  ];
}
