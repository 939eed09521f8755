import { readFile, stat } from 'node:fs/promises';
import { ok, type Refusal, type Result, refuse } from '#kernel';
import type { CommandInput, CommandOutput, Principal } from '#platform';
import type { Beitrag } from './domain/beitrag.ts';
import { beitragStand } from './domain/beitrag.ts';
import { beitragStandLabel } from './messages.ts';
import type { SolutionsDeps } from './solutions-deps.ts';
import { jsonOfBeitrag } from './views/beitrag-json.ts';

export const organisation = { organisation: { type: 'string', short: 'o' } } as const;
export const organisationUsage = '--organisation <AGS|Name|Kennung>';

/** Runs a command for the organisation that its option names. */
export async function within(
  deps: Pick<SolutionsDeps, 'actingFor'>,
  { principal, values }: CommandInput,
  run: (principal: Principal) => Promise<Result<CommandOutput>>,
): Promise<Result<CommandOutput>> {
  if (typeof values.organisation !== 'string')
    return refuse(usage(`Für welche Organisation? Bitte angeben: ${organisationUsage}`));
  const acting = await deps.actingFor(principal, values.organisation);
  return acting.ok ? inLines(await run(acting.value)) : acting;
}

/** On a terminal the fields' messages follow the sentence. */
function inLines<T>(result: Result<T>): Result<T> {
  if (result.ok) return result;
  const fields = (result.refusal.fields ?? []).map(({ field, message }) => `${field}: ${message}`);
  return refuse({ ...result.refusal, message: [result.refusal.message, ...fields].join('\n') });
}

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
