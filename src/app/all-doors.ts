import { catalogueOperations, cataloguePages } from '#catalogue';
import { type DutiesDeps, dutiesOperations, dutiesPages } from '#duties';
import type { Operation, PageRoute } from '#platform';
import type { Services } from './services.ts';

/** Everything that the staff area and the API offer, context by context. */
export interface AllDoors {
  readonly pages: readonly PageRoute[];
  readonly operations: readonly Operation[];
}

/** Joins the doors of all contexts. */
export function allDoors(services: Services, duties: DutiesDeps): AllDoors {
  const { worlds, clock, demo } = services;
  const catalogue = { catalogue: worlds.catalogue, search: worlds.search, clock, demo };
  return {
    pages: [...cataloguePages(catalogue), ...dutiesPages(duties)],
    operations: [...catalogueOperations(catalogue), ...dutiesOperations(duties)],
  };
}
