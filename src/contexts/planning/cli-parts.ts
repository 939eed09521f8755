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
  type Principal,
} from '#platform';
import type { PlanningDeps } from './planning-deps.ts';
import { type Planner, plannerOf } from './use-cases/actors.ts';
import { planstand, planuebersicht } from './use-cases/read-plan.ts';

const most = 10_000_000;

/** A refusal of what was typed. */
export function usage(message: string, kind: Refusal['kind'] = 'invalid'): Refusal {
  return { kind, code: 'COMMAND_USAGE', message };
}

/** The bytes of a file that a command names. */
export async function fileOf(path: string): Promise<Result<Buffer>> {
  const found = await stat(path).catch(() => null);
  if (!found?.isFile()) return refuse(usage(`Die Datei ${path} gibt es nicht.`, 'not-found'));
  if (found.size > most) return refuse(usage(`Die Datei ${path} ist größer als 10 MB.`, 'too-large'));
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

/** What a command of those who plan says about itself. */
export type PlannerCommand = Pick<Command, 'capability' | 'name' | 'summary' | 'arity'> & {
  readonly usage: string;
  readonly options?: Command['options'];
};

/** A command that acts for the IT-Dienstleister that its option names. */
export function plannerCommand(
  deps: PlanningDeps,
  { usage: words, options, ...command }: PlannerCommand,
  run: (planner: Planner, input: CommandInput, principal: Principal) => Promise<Result<CommandOutput>>,
): Command {
  return {
    ...command,
    usage: `${words} ${organisationUsage}`.trim(),
    options: { ...organisationOption, ...options },
    run: (input) =>
      asOrganisation(deps, input, async (principal) => {
        const planner = await plannerOf(deps, principal);
        return planner.ok ? run(planner.value, input, principal) : planner;
      }),
  };
}

/** A plan by its number or id. */
export async function planOf(deps: PlanningDeps, planner: Planner, word: string) {
  const { plaene } = await planuebersicht(deps, planner);
  return planstand(deps, planner, plaene.find(({ nummer }) => String(nummer) === word)?.id ?? word);
}

export const text = { type: 'string' } as const;

export const flag = { type: 'boolean' } as const;
