import type { PageRoute } from '#platform';
import type { CompassDeps } from '../../doors-deps.ts';
import { abdeckungRoutes } from './abdeckung-page.ts';
import { karteRoutes } from './karte-page.ts';
import { paareRoutes } from './paare-page.ts';
import { vergleichRoutes } from './vergleich-page.ts';
import { verlaufRoutes } from './verlauf-page.ts';
import { verteilungRoutes } from './verteilung-page.ts';
import { zahlenStartRoutes } from './zahlen-page.ts';

/** The pages of the figures. */
export function zahlenPages(deps: CompassDeps): readonly PageRoute[] {
  return [
    ...zahlenStartRoutes(deps),
    ...abdeckungRoutes(deps),
    ...verteilungRoutes(deps),
    ...verlaufRoutes(deps),
    ...paareRoutes(deps),
    ...karteRoutes(deps),
    ...vergleichRoutes(deps),
  ];
}
