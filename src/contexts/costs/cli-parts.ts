import { readFile, stat } from 'node:fs/promises';
import type { z } from 'zod';
import { ok, type Refusal, type Result, refuse } from '#kernel';
import {
  asOrganisation,
  type Command,
  type CommandInput,
  type CommandOutput,
  invalidInput,
  organisationOption,
  organisationUsage,
} from '#platform';
import type { CostsDeps } from './costs-deps.ts';
import { type Manager, managerOf, type Reader, readerOf } from './use-cases/actors.ts';
import type { Planstelle } from './use-cases/plan.ts';

const most = 20_000_000;

/** A refusal of what was typed. */
export function usage(message: string, kind: Refusal['kind'] = 'invalid'): Refusal {
  return { kind, code: 'COMMAND_USAGE', message };
}

/** The bytes of a file that a command names. */
export async function fileOf(path: string): Promise<Result<Buffer>> {
  const found = await stat(path).catch(() => null);
  if (!found?.isFile()) return refuse(usage(`Die Datei ${path} gibt es nicht.`, 'not-found'));
  if (found.size > most) return refuse(usage(`Die Datei ${path} ist größer als 20 MB.`, 'too-large'));
  return ok(await readFile(path));
}

/** What a JSON file holds, as a schema wants it. */
export async function jsonOf<T extends z.ZodType>(path: string, schema: T): Promise<Result<z.output<T>>> {
  const bytes = await fileOf(path);
  if (!bytes.ok) return bytes;
  let value: unknown;
  try {
    value = JSON.parse(bytes.value.toString('utf8'));
  } catch {
    return refuse(usage('Die Datei ist kein gültiges JSON.'));
  }
  const parsed = schema.safeParse(value);
  return parsed.success ? ok(parsed.data) : refuse(invalidInput(parsed.error));
}

type Words = Pick<Command, 'capability' | 'name' | 'summary' | 'arity'> & {
  readonly usage?: string;
  readonly options?: Command['options'];
};

function commandOf(
  deps: CostsDeps,
  { usage: words = '', options, ...command }: Words,
  run: (principal: Parameters<typeof managerOf>[1], input: CommandInput) => Promise<Result<CommandOutput>>,
): Command {
  return {
    ...command,
    usage: `${words} ${organisationUsage}`.trim(),
    options: { ...organisationOption, ...options },
    run: (input) => asOrganisation(deps, input, (principal) => run(principal, input)),
  };
}

/** A command that acts for the IT-Dienstleister that its option names. */
export function managerCommand(
  deps: CostsDeps,
  words: Words,
  run: (who: Manager, input: CommandInput) => Promise<Result<CommandOutput>>,
): Command {
  return commandOf(deps, words, async (principal, input) => {
    const who = await managerOf(deps, principal);
    return who.ok ? run(who.value, input) : who;
  });
}

/** A command for either side: a Kommune reads its own. */
export function readerCommand(
  deps: CostsDeps,
  words: Words,
  run: (
    reader: Reader,
    input: CommandInput,
    principal: Parameters<typeof managerOf>[1],
  ) => Promise<Result<CommandOutput>>,
): Command {
  return commandOf(deps, words, async (principal, input) => {
    const reader = await readerOf(deps, principal);
    return reader.ok ? run(reader.value, input, principal) : reader;
  });
}

export const text = { type: 'string' } as const;
export const flag = { type: 'boolean' } as const;

/** `<Dienst> <Jahr> [--ist]`. */
export function stelleIn({ positionals: [dienst = '', jahr = ''], values }: CommandInput): Planstelle {
  return { dienst, jahr: /^\d{4}$/.test(jahr) ? Number(jahr) : 0, art: values.ist === true ? 'ist' : 'plan' };
}
