import type { PageRoute } from '#platform';
import type { CompassDeps } from '../doors-deps.ts';
import { carriedRoutes } from './carried-form.ts';
import { cellRoutes } from './cell-page.ts';
import { einlesenRoutes } from './einlesen-page.ts';
import { evidenceRoutes } from './evidence-page.ts';
import { fachbereichRoutes } from './fachbereich-page.ts';
import { fachbereicheRoutes } from './fachbereiche-page.ts';
import { handOverRoutes } from './hand-over-page.ts';
import { matrixRoutes } from './matrix-page.ts';
import { meineAenderungenRoutes } from './meine-aenderungen-page.ts';
import { sammelAuswahlRoutes } from './sammel-auswahl.ts';
import { sammelPageRoutes } from './sammel-page.ts';
import { standRoutes } from './stand-page.ts';
import { takeBackRoutes } from './take-back-page.ts';
import { zahlenPages } from './zahlen/pages.ts';

/** The pages of the Umsetzungsstand; the fixed addresses come before those with a Leistung in them. */
export function compassPages(deps: CompassDeps): readonly PageRoute[] {
  return [
    ...standRoutes(deps),
    ...fachbereicheRoutes(deps),
    ...fachbereichRoutes(deps),
    ...handOverRoutes(deps),
    ...carriedRoutes(deps),
    ...meineAenderungenRoutes(deps),
    ...matrixRoutes(deps),
    ...sammelAuswahlRoutes(deps),
    ...sammelPageRoutes(deps),
    ...einlesenRoutes(deps),
    ...cellRoutes(deps),
    ...takeBackRoutes(deps),
    ...evidenceRoutes(deps),
    ...zahlenPages(deps),
  ];
}
