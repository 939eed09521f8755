import type { PageRoute } from '#platform';
import type { CostsDeps } from '../costs-deps.ts';
import { angabenEinlesenRoutes } from './angaben-einlesen-pages.ts';
import { angabenRoutes } from './angaben-pages.ts';
import { billRoutes } from './bill-page.ts';
import { billsRoutes } from './bills-page.ts';
import { budgetRoutes } from './budget-page.ts';
import { documentRoutes } from './document-pages.ts';
import { draftRoutes } from './draft-pages.ts';
import { eigeneAngabenRoutes } from './eigene-angaben-page.ts';
import { einlesenRoutes } from './einlesen-pages.ts';
import { fileRoutes } from './file-routes.ts';
import { foerderungRoutes } from './foerderung-pages.ts';
import { kontoRoutes } from './konto-pages.ts';
import { nutzungRoutes } from './nutzung-page.ts';
import { overviewRoutes } from './overview-page.ts';
import { planFormRoutes } from './plan-form-pages.ts';
import { planRoutes } from './plan-page.ts';
import { schluesselRoutes } from './schluessel-pages.ts';
import { simulationRoutes } from './simulation-page.ts';
import { zahlerRoutes } from './zahler-pages.ts';

/** All pages of this context; fixed addresses stand before those with an id. */
export function costsPages(deps: CostsDeps): readonly PageRoute[] {
  return [
    ...overviewRoutes(deps),
    ...budgetRoutes(deps),
    ...nutzungRoutes(deps),
    ...foerderungRoutes(deps),
    ...angabenEinlesenRoutes(deps),
    ...angabenRoutes(deps),
    ...eigeneAngabenRoutes(deps),
    ...einlesenRoutes(deps),
    ...schluesselRoutes(deps),
    ...billsRoutes(deps),
    ...fileRoutes(deps),
    ...kontoRoutes(deps),
    ...documentRoutes(deps),
    ...draftRoutes(deps),
    ...billRoutes(deps),
    ...planFormRoutes(deps),
    ...zahlerRoutes(deps),
    ...simulationRoutes(deps),
    ...planRoutes(deps),
  ];
}
