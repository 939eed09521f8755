import type { PageRoute } from '#platform';
import type { PlanningDeps } from '../planning-deps.ts';
import { compareRoutes } from './compare-page.ts';
import { importRoutes } from './import-pages.ts';
import { massnahmeRoutes } from './massnahme-pages.ts';
import { massnahmenListRoutes } from './massnahmen-list.ts';
import { nextStepsRoutes } from './next-steps-page.ts';
import { overviewRoutes } from './overview-page.ts';
import { placesRoutes } from './places-file.ts';
import { planRoutes } from './plan-page.ts';
import { proposalRoutes } from './proposal-pages.ts';
import { teamRoutes } from './team-pages.ts';
import { vorlageRoutes } from './vorlage-pages.ts';
import { wishRoutes } from './wish-page.ts';

/** All pages of this context; fixed addresses stand before those with an id. */
export function planningPages(deps: PlanningDeps): readonly PageRoute[] {
  return [
    ...overviewRoutes(deps),
    ...teamRoutes(deps),
    ...vorlageRoutes(deps),
    ...massnahmenListRoutes(deps),
    ...importRoutes(deps),
    ...proposalRoutes(deps),
    ...massnahmeRoutes(deps),
    ...compareRoutes(deps),
    ...wishRoutes(deps),
    ...placesRoutes(deps),
    ...planRoutes(deps),
    ...nextStepsRoutes(deps),
  ];
}
