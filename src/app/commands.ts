import { catalogueCommands } from '#catalogue';
import { dutiesCommands } from '#duties';
import type { Command, Instance } from '#platform';
import { dutiesDeps, verdictsFor } from './duties-wiring.ts';
import type { Services } from './services.ts';
import { startCommand } from './start-command.ts';

/** What a command may ask of the process that runs it. */
export interface CommandHost {
  /** Opens the installation; the process gives it back when the command is done. */
  readonly instance: () => Promise<Instance>;
  readonly say: (line: string) => void;
}

/** Every command of `leitwerk`. */
export function allCommands(services: Services, host: CommandHost): readonly Command[] {
  const { worlds } = services;
  return [
    startCommand(services, host),
    ...dutiesCommands(dutiesDeps(services)),
    ...catalogueCommands({
      catalogue: worlds.catalogue,
      search: worlds.search,
      verdictsFor: verdictsFor(services),
    }),
  ];
}
