import type { PageRoute } from '#platform';
import { openDataRoutes } from '../offene-daten/pages.ts';
import type { ReportsDeps } from '../reports-deps.ts';
import { overviewRoutes } from '../uebersicht/page.ts';
import { pdfRoutes } from './pdf-page.ts';
import { publicRoutes } from './public-page.ts';
import { releaseRoutes } from './release-page.ts';
import { reportRoutes } from './report-page.ts';
import { reportsRoutes } from './reports-page.ts';
import { rowsRoutes } from './rows-page.ts';

/** The pages of this context; fixed addresses come before those with an id in them. */
export function reportsPages(deps: ReportsDeps): readonly PageRoute[] {
  return [
    ...reportsRoutes(deps),
    ...releaseRoutes(deps),
    ...rowsRoutes(deps),
    ...pdfRoutes(deps),
    ...reportRoutes(deps),
    ...publicRoutes(deps),
    ...openDataRoutes(deps),
    ...overviewRoutes(deps),
  ];
}
