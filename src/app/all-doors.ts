import { join } from 'node:path';
import { catalogueOperations, cataloguePages } from '#catalogue';
import { dutiesOperations, dutiesPages } from '#duties';
import { identityOperations, identityPages } from '#identity';
import type { Operation, PageRoute } from '#platform';
import { territoryOperations, territoryPages } from '#territory';
import { dutiesDeps, verdictsFor } from './duties-wiring.ts';
import { identityDeps } from './identity-wiring.ts';
import { dataFolder } from './load-reference-data.ts';
import { heldUploads, referenceOperations, referencePages } from './reference/index.ts';
import type { Services } from './services.ts';
import { siteRoutes } from './site/site-routes.ts';

/** Everything that the staff area and the API offer, context by context. */
export interface AllDoors {
  readonly pages: readonly PageRoute[];
  readonly operations: readonly Operation[];
}

/** Joins the doors of all contexts. */
export function allDoors(services: Services): AllDoors {
  const { worlds, clock, demo, db } = services;
  const catalogue = {
    catalogue: worlds.catalogue,
    search: worlds.search,
    clock,
    demo,
    verdictsFor: verdictsFor(services),
  };
  const territory = { territory: worlds.territory, clock, demo };
  const duties = dutiesDeps(services);
  const identity = identityDeps(services);
  return {
    pages: [
      ...siteRoutes(services, duties),
      ...cataloguePages(catalogue),
      ...territoryPages(territory),
      ...dutiesPages(duties),
      ...identityPages(identity),
      ...referencePages({ db, dataFolder, uploads: referenceUploads(services) }),
    ],
    operations: [
      ...catalogueOperations(catalogue),
      ...territoryOperations(territory),
      ...dutiesOperations(duties),
      ...identityOperations(identity),
      ...referenceOperations({ db }),
    ],
  };
}

/** Where uploaded reference files wait between preview and confirmation. */
export function referenceUploads({ config, clock }: Services) {
  return heldUploads(join(config.dataFolder, 'uploads'), clock.now);
}
