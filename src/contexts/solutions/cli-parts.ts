import { ok, type Result } from '#kernel';
import type { CommandOutput } from '#platform';
import type { Beitrag } from './domain/beitrag.ts';
import { beitragStand } from './domain/beitrag.ts';
import { beitragStandLabel } from './messages.ts';
import { jsonOfBeitrag } from './views/beitrag-json.ts';

/** What became of a contribution, in a line. */
export function beitragOutput(result: Result<Beitrag>): Result<CommandOutput> {
  if (!result.ok) return result;
  const { id, loesungId, version } = result.value;
  const stand = beitragStandLabel[beitragStand(result.value)];
  return ok({ json: jsonOfBeitrag(result.value), text: `${id}  ${loesungId}  Version ${version}  ${stand}` });
}

/** The largest file that a command reads here, in bytes. */
export const largestFile = 2_000_000;
