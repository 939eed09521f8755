import type { PageRoute } from '#platform';
import type { CompassDeps } from '../doors-deps.ts';
import { cellRoutes } from './cell-page.ts';
import { fachbereichRoutes } from './fachbereich-page.ts';
import { fachbereicheRoutes } from './fachbereiche-page.ts';
import { handOverRoutes } from './hand-over-page.ts';
import { standRoutes } from './stand-page.ts';

/** The pages of the Umsetzungsstand; the fixed addresses come before those with a Leistung in them. */
export function compassPages(deps: CompassDeps): readonly PageRoute[] {
  return [
    ...standRoutes(deps),
    ...fachbereicheRoutes(deps),
    ...fachbereichRoutes(deps),
    ...handOverRoutes(deps),
    ...cellRoutes(deps),
  ];
}
