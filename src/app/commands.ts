import { catalogueCommands } from '#catalogue';
import { dutiesCommands } from '#duties';
import { demoCommands, identityCommands } from '#identity';
import type { Command, Instance } from '#platform';
import { territoryCommands } from '#territory';
import { demoFolder } from './demo.ts';
import { dutiesDeps, verdictsFor } from './duties-wiring.ts';
import { identityDeps } from './identity-wiring.ts';
import { dataFolder } from './load-reference-data.ts';
import { operationCommands } from './operation-commands.ts';
import { referenceCommands } from './reference/index.ts';
import type { Services } from './services.ts';
import { startCommand } from './start-command.ts';

/** What a command may ask of the process that runs it. */
export interface CommandHost {
  /** Opens the installation; the process gives it back when the command is done. */
  readonly instance: () => Promise<Instance>;
}

/** Every command of `leitwerk`. */
export function allCommands(services: Services, host: CommandHost): readonly Command[] {
  const { worlds, clock, demo, db, config } = services;
  return [
    startCommand(services),
    ...dutiesCommands(dutiesDeps(services)),
    ...territoryCommands({ territory: worlds.territory, clock }),
    ...catalogueCommands({
      catalogue: worlds.catalogue,
      search: worlds.search,
      verdictsFor: verdictsFor(services),
    }),
    ...referenceCommands({ db, dataFolder }),
    ...operationCommands(services, host),
    ...identityCommands(identityDeps(services)),
    ...demoCommands({ demo, clock, folder: demoFolder(config.dataFolder) }),
  ];
}
