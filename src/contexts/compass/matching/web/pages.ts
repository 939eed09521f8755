import type { PageRoute } from '#platform';
import type { MatchingDeps } from '../matching-deps.ts';
import { buendelRoutes } from './buendel-page.ts';
import { fachverfahrenRoutes } from './fachverfahren-page.ts';
import { lueckeRoutes } from './luecke-page.ts';
import { lueckenRoutes } from './luecken-page.ts';
import { nutzenRoutes } from './nutzen-page.ts';
import { vorschlaegeRoutes } from './vorschlaege-page.ts';
import { widerspruecheRoutes } from './widersprueche-page.ts';

/** The pages of matching; they come before those with a Leistung in their address. */
export function matchingPages(deps: MatchingDeps): readonly PageRoute[] {
  return [
    ...lueckenRoutes(deps),
    ...lueckeRoutes(deps),
    ...vorschlaegeRoutes(deps),
    ...nutzenRoutes(deps),
    ...buendelRoutes(deps),
    ...widerspruecheRoutes(deps),
    ...fachverfahrenRoutes(deps),
  ];
}
