import { readFile, stat } from 'node:fs/promises';
import { ok, type Refusal, type Result, refuse } from '#kernel';
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

const mostBytes = 2_000_000;

/** A file of the person at the terminal. */
export async function readGiven(path: string): Promise<Result<Buffer>> {
  const found = await stat(path).catch(() => null);
  if (!found?.isFile()) return refuse(usage(`Die Datei ${path} gibt es nicht.`, 'not-found'));
  if (found.size > mostBytes) return refuse(usage(`Die Datei ${path} ist größer als 2 MB.`, 'too-large'));
  return ok(await readFile(path));
}

export function usage(message: string, kind: Refusal['kind'] = 'invalid'): Refusal {
  return { kind, code: 'COMMAND_USAGE', message };
}
