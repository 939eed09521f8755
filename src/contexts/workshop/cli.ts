import {
  asOrganisation,
  type Command,
  type CommandInput,
  organisationOption,
  organisationUsage,
} from '#platform';
import { folderCommands } from './cli/folder-commands.ts';
import type { Own } from './cli/own-command.ts';
import { publishCommands } from './cli/publish-commands.ts';
import { readCommands } from './cli/read-commands.ts';
import { writeCommands } from './cli/write-commands.ts';
import type { WorkshopDeps } from './deps.ts';
import { autorVon } from './use-cases/autor.ts';

/** The workshop on the command line; the operator acts for the IT-Dienstleister that it names. */
export function workshopCommands(deps: WorkshopDeps): readonly Command[] {
  const own: readonly Own[] = [...readCommands(deps), ...writeCommands(deps), ...publishCommands(deps)];
  return [
    ...own.map(({ act, ...command }) => ({
      ...command,
      usage: `${command.usage} ${organisationUsage}`.trim(),
      options: { ...command.options, ...organisationOption },
      run: (input: CommandInput) =>
        asOrganisation(deps, input, async (principal) => {
          const autor = await autorVon(deps, principal);
          return autor.ok ? act(autor.value, input) : autor;
        }),
    })),
    ...folderCommands(deps),
  ];
}
