import { join } from 'node:path';
import { catalogueOperations, cataloguePages, endeById } from '#catalogue';
import { deliveryOperations, deliveryPages } from '#delivery';
import { dutiesOperations, dutiesPages } from '#duties';
import { efaOperations, efaPages } from '#efa';
import { identityOperations, identityPages } from '#identity';
import { inboxOperations, inboxPages } from '#inbox';
import type { Operation, PageRoute } from '#platform';
import { portalOperations, portalStaffPages } from '#portal';
import { populationOperations, populationPages, territoryOperations, territoryPages } from '#territory';
import { type Contexts, wireContexts } from './contexts.ts';
import { verdictsFor } from './duties-wiring.ts';
import { dataFolder } from './load-reference-data.ts';
import { deliveryWebDeps } from './onlinedienst-wiring.ts';
import { shippedEnden } from './portal-wiring.ts';
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
  const catalogue = {
    catalogue: worlds.catalogue,
    search: worlds.search,
    clock,
    demo,
    enden: endeById(shippedEnden()),
    verdictsFor: verdictsFor(services),
  };
  const territory = { territory: worlds.territory, clock, demo };
  const population = { ...territory, db, changed: worlds.expire };
  const { duties, identity, efa, inbox, portal } = contexts;
  const zustellpunkte = deliveryWebDeps(services, contexts.delivery);
  return {
    pages: [
      ...siteRoutes(services, duties),
      ...cataloguePages(catalogue),
      ...territoryPages(territory),
      ...populationPages(population),
      ...dutiesPages(duties),
      ...identityPages(identity),
      ...efaPages(efa),
      ...deliveryPages(zustellpunkte),
      ...inboxPages(inbox),
      ...portalStaffPages(portal),
      ...referencePages({ db, dataFolder, uploads: referenceUploads(services) }),
    ],
    operations: [
      ...catalogueOperations(catalogue),
      ...territoryOperations(territory),
      ...populationOperations(population),
      ...dutiesOperations(duties),
      ...identityOperations(identity),
      ...efaOperations(efa),
      ...deliveryOperations(zustellpunkte),
      ...inboxOperations(inbox),
      ...portalOperations(portal),
      ...referenceOperations({ db }),
    ],
  };
}

/** Where uploaded reference files wait between preview and confirmation. */
export function referenceUploads({ config, clock }: Services) {
  return heldUploads(join(config.dataFolder, 'uploads'), clock.now);
}
