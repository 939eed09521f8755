import type { Command } from '#platform';
import { meldungCommands } from './cli-meldung.ts';
import { readCommands } from './cli-read.ts';
import { rolloutCommands } from './cli-rollout.ts';
import type { ReleasesDeps } from './deps.ts';

/** This context on the command line. */
export function releasesCommands(deps: ReleasesDeps): readonly Command[] {
  return [...readCommands(deps), ...rolloutCommands(deps), ...meldungCommands(deps)];
}
