import { catalogueCommands } from '#catalogue';
import { compassCommands, matchingDoors } from '#compass';
import { connectionCommands } from '#connection';
import { cockpitCommands } from '#connection/cockpit';
import { costsCommands } from '#costs';
import { deliveryCommands } from '#delivery';
import { descriptionsCommands } from '#descriptions';
import { discussionCommands } from '#discussion';
import { dutiesCommands } from '#duties';
import { efaCommands } from '#efa';
import { fieldsCommands } from '#fields';
import { fimCommands } from '#fim';
import { finderCommands } from '#finder';
import { demoCommands, identityCommands } from '#identity';
import { inboxCommands } from '#inbox';
import { lawCommands } from '#law';
import { marketplaceCommands } from '#marketplace';
import { noticesCommands } from '#notices';
import { overlaysCommands } from '#overlays';
import { packagesCommands } from '#packages';
import { parametersCommands } from '#parameters';
import { planningCommands } from '#planning';
import type { Command, Instance } from '#platform';
import { portalCommands } from '#portal';
import { prioritiesCommands } from '#priorities';
import { projectsCommands } from '#projects';
import { proverCommands } from '#prover';
import { qualityCommands } from '#quality';
import { releasesCommands } from '#releases';
import { reportsCommands } from '#reports';
import { routingCommands } from '#routing';
import { solutionsCommands } from '#solutions';
import { surveysCommands } from '#surveys';
import { populationCommands, territoryCommands } from '#territory';
import { viewsCommands } from '#views';
import { workgroupCommands } from '#workgroup';
import { workshopCommands } from '#workshop';
import { allDoors, catalogueDoors } from './all-doors.ts';
import { tableCommands } from './catalogue-import/index.ts';
import { wireContexts } from './contexts.ts';
import { demoFolder } from './demo/demo.ts';
import { dataFolder } from './load-reference-data.ts';
import { operationCommands } from './operation-commands.ts';
import { referenceCommands } from './reference/index.ts';
import type { Services } from './services.ts';
import { startCommand } from './start-command.ts';
import { viewsDeps } from './wiring/views.ts';

/** What a command may ask of the process that runs it. */
export interface CommandHost {
  /** Opens the installation; the process gives it back when the command is done. */
  readonly instance: () => Promise<Instance>;
}

/** Every command of `leitwerk`. */
export function allCommands(services: Services, host: CommandHost): readonly Command[] {
  const { worlds, clock, demo, db, config } = services;
  const contexts = wireContexts(services);
  const { duties, identity, delivery, efa, inbox, portal, projects } = contexts;
  return [
    startCommand(services),
    ...dutiesCommands(duties),
    ...lawCommands({ clock, demo, world: worlds.law }),
    ...territoryCommands({ territory: worlds.territory, clock }),
    ...populationCommands({ territory: worlds.territory, clock, db, changed: worlds.expire }),
    ...catalogueCommands(catalogueDoors(services, contexts)),
    ...tableCommands({ db, clock, changed: worlds.expire }),
    ...referenceCommands({ db, dataFolder }),
    ...operationCommands(services, host),
    ...identityCommands(identity),
    ...fieldsCommands(contexts.fields),
    ...discussionCommands(contexts.discussion),
    ...descriptionsCommands(contexts.descriptions),
    ...efaCommands(efa),
    ...cockpitCommands(contexts.cockpit),
    ...connectionCommands(contexts.connection),
    ...marketplaceCommands(contexts.marketplace),
    ...costsCommands(contexts.costs),
    ...fimCommands(contexts.fim),
    ...packagesCommands(contexts.packages),
    ...finderCommands(contexts.finder),
    ...qualityCommands(contexts.quality),
    ...proverCommands(contexts.prover),
    ...overlaysCommands(contexts.overlays),
    ...parametersCommands(contexts.parameters),
    ...workshopCommands(contexts.workshop),
    ...projectsCommands(projects),
    ...prioritiesCommands(contexts.priorities),
    ...planningCommands(contexts.planning),
    ...deliveryCommands({ ...delivery, findOrganisation: inbox.findOrganisation }),
    ...inboxCommands(inbox),
    ...portalCommands(portal),
    ...solutionsCommands(contexts.solutions),
    ...compassCommands(contexts.compass),
    ...viewsCommands(viewsDeps(services, () => allDoors(services, contexts).pages)),
    ...noticesCommands(contexts.notices),
    ...matchingDoors.commands(contexts.matching),
    ...releasesCommands(contexts.releases),
    ...reportsCommands(contexts.reports),
    ...surveysCommands(contexts.surveys),
    ...workgroupCommands(contexts.workgroup),
    ...routingCommands(contexts.routing),
    ...demoCommands({ demo, clock, folder: demoFolder(config.dataFolder) }),
  ];
}
