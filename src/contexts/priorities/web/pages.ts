import type { PageRoute } from '#platform';
import type { PrioritiesDeps } from '../priorities-deps.ts';
import { compareRoutes } from './compare-page.ts';
import { criteriaRoutes } from './criteria-page.ts';
import { decisionRoutes } from './decision-page.ts';
import { importRoutes } from './import-pages.ts';
import { leistungRoutes } from './leistung-page.ts';
import { rankRoutes } from './rank-page.ts';
import { schemeCompareRoutes } from './scheme-compare-page.ts';
import { schemeRoutes } from './scheme-page.ts';
import { schemesRoutes } from './schemes-page.ts';
import { statementsRoutes } from './statements-page.ts';
import { strategyListRoutes } from './strategy-list.ts';
import { strategyRoutes } from './strategy-page.ts';

/** All pages of this context; fixed addresses stand before those with an id. */
export function prioritiesPages(deps: PrioritiesDeps): readonly PageRoute[] {
  return [
    ...rankRoutes(deps),
    ...criteriaRoutes(deps),
    ...compareRoutes(deps),
    ...statementsRoutes(deps),
    ...importRoutes(deps),
    ...leistungRoutes(deps),
    ...schemesRoutes(deps),
    ...schemeCompareRoutes(deps),
    ...schemeRoutes(deps),
    ...decisionRoutes(deps),
    ...strategyListRoutes(deps),
    ...strategyRoutes(deps),
  ];
}
