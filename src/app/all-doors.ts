import { join } from 'node:path';
import { catalogueOperations, cataloguePages } from '#catalogue';
import { compassOperations, compassPages } from '#compass';
import { deliveryOperations, deliveryPages } from '#delivery';
import { discussionOperations, discussionPages } from '#discussion';
import { dutiesOperations, dutiesPages } from '#duties';
import { efaOperations, efaPages } from '#efa';
import { identityOperations, identityPages } from '#identity';
import { inboxOperations, inboxPages } from '#inbox';
import { lawOperations, lawPages } from '#law';
import type { Operation, PageRoute } from '#platform';
import { portalOperations, portalStaffPages } from '#portal';
import { reportsOperations, reportsPages } from '#reports';
import { solutionsOperations, solutionsPages } from '#solutions';
import { populationOperations, populationPages, territoryOperations, territoryPages } from '#territory';
import { tableOperations, tablePages } from './catalogue-import/index.ts';
import { type Contexts, wireContexts } from './contexts.ts';
import { verdictsFor, vollzugFor } from './duties-wiring.ts';
import { dataFolder } from './load-reference-data.ts';
import { deliveryWebDeps } from './onlinedienst-wiring.ts';
import { heldUploads, referenceOperations, referencePages } from './reference/index.ts';
import type { Services } from './services.ts';
import { siteRoutes } from './site/site-routes.ts';

/** Everything that the staff area and the API offer, context by context. */
export interface AllDoors {
  readonly pages: readonly PageRoute[];
  readonly operations: readonly Operation[];
}

/** Joins the doors of all contexts. */
export function allDoors(services: Services, contexts: Contexts = wireContexts(services)): AllDoors {
  const { worlds, clock, demo, db } = services;
  const catalogue = catalogueDoors(services, contexts);
  const tables = { db, clock, uploads: tableUploads(services), changed: worlds.expire };
  const territory = { territory: worlds.territory, clock, demo };
  const population = { ...territory, db, changed: worlds.expire };
  const law = { clock, demo, world: worlds.law };
  const { discussion, duties, identity, efa, inbox, portal } = contexts;
  const zustellpunkte = deliveryWebDeps(services, contexts.delivery);
  return {
    pages: [
      ...siteRoutes(services, duties),
      ...cataloguePages(catalogue),
      ...territoryPages(territory),
      ...populationPages(population),
      ...dutiesPages(duties),
      ...lawPages(law),
      ...identityPages(identity),
      ...discussionPages(discussion),
      ...efaPages(efa),
      ...deliveryPages(zustellpunkte),
      ...inboxPages(inbox),
      ...portalStaffPages(portal),
      ...compassPages(contexts.compass),
      ...solutionsPages(contexts.solutions),
      ...reportsPages(contexts.reports),
      ...tablePages(tables),
      ...referencePages({ db, dataFolder, uploads: referenceUploads(services) }),
    ],
    operations: [
      ...catalogueOperations(catalogue),
      ...territoryOperations(territory),
      ...populationOperations(population),
      ...dutiesOperations(duties),
      ...lawOperations(law),
      ...identityOperations(identity),
      ...discussionOperations(discussion),
      ...efaOperations(efa),
      ...deliveryOperations(zustellpunkte),
      ...inboxOperations(inbox),
      ...portalOperations(portal),
      ...compassOperations(contexts.compass),
      ...solutionsOperations(contexts.solutions),
      ...reportsOperations(contexts.reports),
      ...tableOperations(tables),
      ...referenceOperations({ db }),
    ],
  };
}

/** What the catalogue's doors need. */
export function catalogueDoors(services: Services, { enden }: Pick<Contexts, 'enden'>) {
  const { worlds, clock, demo, db } = services;
  return {
    db,
    clock,
    demo,
    catalogue: worlds.catalogue,
    search: worlds.search,
    versions: worlds.versions,
    changed: worlds.expire,
    verdictsFor: verdictsFor(services),
    vollzugFor: vollzugFor(services),
    enden,
  };
}

/** Where uploaded reference files wait between preview and confirmation. */
export function referenceUploads({ config, clock }: Services) {
  return heldUploads(join(config.dataFolder, 'uploads'), clock.now);
}

const day = 86_400_000;

/** Where tables of the catalogue wait while somebody decides about them: a day, for there may be much to decide. */
export function tableUploads({ config, clock }: Services) {
  return heldUploads(join(config.dataFolder, 'uploads', 'katalog'), clock.now, day);
}
