import { readFile, stat, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { z } from 'zod';
import { type LocalDate, ok, type Refusal, type Result, refuse } from '#kernel';
import {
  asOrganisation,
  type Command,
  type CommandInput,
  type CommandOutput,
  dayOfOption,
  type IncomingFile,
  invalidInput,
  largestDocument,
  organisationOption,
  organisationUsage,
  type Principal,
} from '#platform';
import type { MarketplaceDeps } from './marketplace-deps.ts';

export const text = { type: 'string' } as const;

export function usage(message: string): Refusal {
  return { kind: 'invalid', code: 'COMMAND_USAGE', message };
}

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

/** A document on the disk, looked at for malware. */
export async function fileAt(
  { scan }: Pick<MarketplaceDeps, 'scan'>,
  path: string,
): Promise<Result<IncomingFile>> {
  const found = await stat(path).catch(() => null);
  if (!found?.isFile()) return refuse(usage(`Die Datei ${path} gibt es nicht.`));
  if (found.size > largestDocument) return refuse(usage(`Die Datei ${path} ist größer als 10 MB.`));
  const bytes = await readFile(path);
  return ok({ fileName: basename(path), bytes, scanned: await scan(bytes) });
}

/** The document of an option; `null` where none is named. */
export async function optionalFile(
  deps: Pick<MarketplaceDeps, 'scan'>,
  value: CommandInput['values'][string],
): Promise<Result<IncomingFile | null>> {
  return typeof value === 'string' && value !== '' ? fileAt(deps, value) : ok(null);
}

/** A JSON file that fits a schema. */
export async function jsonAt<S extends z.ZodType>(schema: S, path: string): Promise<Result<z.output<S>>> {
  const found = await stat(path).catch(() => null);
  if (!found?.isFile() || found.size > 1_000_000)
    return refuse(usage(`Bitte nennen Sie eine JSON-Datei bis 1 MB; ${path} ist keine.`));
  const parsed = schema.safeParse(parsedJson(await readFile(path, 'utf8')));
  return parsed.success ? ok(parsed.data) : refuse(invalidInput(parsed.error));
}

function parsedJson(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
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
    ? refuse(usage(`Bitte nennen Sie den Tag: --${name} JJJJ-MM-TT.`))
    : ok(day.value);
}
