import type { PageRoute } from '#platform';
import type { DutiesDeps } from '../doors-deps.ts';
import { bestimmungRoutes } from './bestimmung-pages.ts';
import { competenceRoutes } from './competence-page.ts';
import { coverageRoutes } from './coverage/coverage-page.ts';
import { openListRoutes } from './coverage/open-list.ts';
import { delegationRoutes } from './delegation/delegation-routes.ts';
import { differenceRoutes } from './difference-page.ts';
import { dutyListRoutes } from './duty-list-page.ts';
import { dutyRoutes } from './duty-page.ts';
import { neuerungenRoutes } from './neuerungen-page.ts';
import { overviewRoutes } from './overview-page.ts';
import { reviewRoutes } from './review/review-routes.ts';
import { rulesRoutes } from './rules-pages.ts';
import { whatIfRoutes } from './what-if-page.ts';

/** All pages of this context. */
export function dutiesPages(deps: DutiesDeps): readonly PageRoute[] {
  return [
    ...dutyListRoutes(deps),
    ...dutyRoutes(deps),
    ...differenceRoutes(deps),
    ...whatIfRoutes(deps),
    ...competenceRoutes(deps),
    ...overviewRoutes(deps),
    ...coverageRoutes(deps),
    ...openListRoutes(deps),
    ...reviewRoutes(deps),
    ...rulesRoutes(deps),
    ...delegationRoutes(deps),
    ...bestimmungRoutes(deps),
    ...neuerungenRoutes(deps),
  ];
}
