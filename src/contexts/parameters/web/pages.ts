import type { PageRoute } from '#platform';
import type { ParametersDeps } from '../deps.ts';
import { dienstRoutes } from './dienst-page.ts';
import { einlesenRoutes } from './einlesen-pages.ts';
import { erbeRoutes } from './erbe-page.ts';
import { overviewRoutes } from './overview-page.ts';
import { pruefungRoutes } from './pruefung-page.ts';
import { vergleichRoutes } from './vergleich-page.ts';
import { vorschauRoutes } from './vorschau-page.ts';

/** Parameters in the staff area. */
export function parametersPages(deps: ParametersDeps): readonly PageRoute[] {
  return [
    ...overviewRoutes(deps),
    ...dienstRoutes(deps),
    ...pruefungRoutes(deps),
    ...vergleichRoutes(deps),
    ...erbeRoutes(deps),
    ...vorschauRoutes(deps),
    ...einlesenRoutes(deps),
  ];
}
