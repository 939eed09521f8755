import { ok, type Result } from '#kernel';
import {
  asOrganisation,
  type Command,
  type CommandInput,
  type CommandOutput,
  commandFile,
  organisationOption,
  organisationUsage,
} from '#platform';
import type { CostsDeps } from './costs-deps.ts';
import { type Manager, managerOf, type Reader, readerOf } from './use-cases/actors.ts';
import type { Planstelle } from './use-cases/plan.ts';

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

interface Vorschau {
  readonly zeilen: readonly { readonly zeile: number; readonly fehler: readonly string[] }[];
}

type CommandTable = Extract<Awaited<ReturnType<typeof commandFile>>, { readonly ok: true }>['value'];

/** How a table is kept for its preview and looked at. */
interface Tabellenweg<Found extends Vorschau> {
  readonly begin: (file: CommandTable) => Promise<Result<string>>;
  readonly look: (id: string) => Promise<Result<Found>>;
}

/** A table from a file as its preview shows it, the id under which it waits, and what is wrong with it line by line. */
export async function tableIn<Found extends Vorschau>(
  path: string,
  { begin, look }: Tabellenweg<Found>,
): Promise<Result<{ readonly id: string; readonly found: Found; readonly wrong: readonly string[] }>> {
  const file = await commandFile(path, 20_000_000);
  if (!file.ok) return file;
  const begun = await begin(file.value);
  if (!begun.ok) return begun;
  const found = await look(begun.value);
  if (!found.ok) return found;
  const wrong = found.value.zeilen.flatMap(({ zeile, fehler }) =>
    fehler.map((each) => `Zeile ${zeile}: ${each}`),
  );
  return ok({ id: begun.value, found: found.value, wrong });
}

export const nothingTaken = 'Nichts geändert. Mit --yes wird übernommen.';

export const text = { type: 'string' } as const;
export const flag = { type: 'boolean' } as const;

/** `<Dienst> <Jahr> [--ist]`. */
export function stelleIn({ positionals: [dienst = '', jahr = ''], values }: CommandInput): Planstelle {
  return { dienst, jahr: /^\d{4}$/.test(jahr) ? Number(jahr) : 0, art: values.ist === true ? 'ist' : 'plan' };
}
