import { writeFile } from 'node:fs/promises';
import { type LocalDate, ok, type Result, refuse } from '#kernel';
import {
  asOrganisation,
  type Command,
  type CommandInput,
  type CommandOutput,
  commandFile,
  commandUsage,
  dayOfOption,
  type IncomingFile,
  largestDocument,
  organisationOption,
  organisationUsage,
  type Principal,
} from '#platform';
import type { MarketplaceDeps } from './marketplace-deps.ts';

export const text = { type: 'string' } as const;

/** A command that acts for the organisation that its option names. */
export function acting(
  deps: MarketplaceDeps,
  command: Omit<Command, 'run'>,
  run: (principal: Principal, input: CommandInput) => Promise<Result<CommandOutput>>,
): Command {
  return {
    ...command,
    usage: `${command.usage} ${organisationUsage}`.trim(),
    options: { ...command.options, ...organisationOption },
    run: (input) => asOrganisation(deps, input, (principal) => run(principal, input)),
  };
}

export const forWhom = '[--organisation <AGS|Name|Kennung>]';

/** The operator itself, or as the organisation that it names. */
export async function readerOf(
  deps: Pick<MarketplaceDeps, 'actingFor'>,
  principal: Principal,
  named: string,
): Promise<Result<Principal>> {
  return named === '' ? ok(principal) : deps.actingFor(principal, named);
}

/** A document on the disk, looked at for malware. */
export async function fileAt(
  { scan }: Pick<MarketplaceDeps, 'scan'>,
  path: string,
): Promise<Result<IncomingFile>> {
  const file = await commandFile(path, largestDocument);
  if (!file.ok) return file;
  const { name, bytes } = file.value;
  return ok({ fileName: name, bytes, scanned: await scan(bytes) });
}

/** The document of an option; `null` where none is named. */
export async function optionalFile(
  deps: Pick<MarketplaceDeps, 'scan'>,
  value: CommandInput['values'][string],
): Promise<Result<IncomingFile | null>> {
  return typeof value === 'string' && value !== '' ? fileAt(deps, value) : ok(null);
}

/** Writes what was asked for; only its owner may read it. */
export async function written(path: string, bytes: Buffer): Promise<CommandOutput> {
  await writeFile(path, bytes, { mode: 0o600 });
  return { json: { datei: path, bytes: bytes.length }, text: `${path} (${bytes.length} Bytes) geschrieben.` };
}

/** The day of an option that must be there. */
export function dayNamed(values: CommandInput['values'], name: string): Result<LocalDate> {
  const day = dayOfOption(values, name, null);
  if (!day.ok) return day;
  return day.value === null
    ? refuse(commandUsage(`Bitte nennen Sie den Tag: --${name} JJJJ-MM-TT.`))
    : ok(day.value);
}
