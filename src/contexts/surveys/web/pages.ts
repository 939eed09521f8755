import type { PageRoute } from '#platform';
import type { SurveysDeps } from '../surveys-deps.ts';
import { auswertungRoutes } from './auswertung-pages.ts';
import { bogenRoutes } from './bogen-pages.ts';
import { editRoutes } from './edit-pages.ts';
import { einlesenRoutes } from './einlesen-pages.ts';
import { ergebnisRoutes } from './ergebnis-pages.ts';
import { antwortenFiles, einzelFiles } from './files.ts';
import { listRoutes } from './list-page.ts';
import { umfrageRoutes } from './umfrage-pages.ts';
import { verteilenRoutes } from './verteilen-pages.ts';

/** Every page of the Bedarfsabfragen. */
export function surveysPages(deps: SurveysDeps): readonly PageRoute[] {
  return [
    ...listRoutes(deps),
    ...editRoutes(deps),
    ...antwortenFiles(deps),
    ...einzelFiles(deps),
    ...auswertungRoutes(deps),
    ...ergebnisRoutes(deps),
    ...einlesenRoutes(deps),
    ...verteilenRoutes(deps),
    ...bogenRoutes(deps),
    ...umfrageRoutes(deps),
  ];
}
