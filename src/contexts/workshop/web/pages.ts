import type { PageRoute } from '#platform';
import type { WorkshopDeps } from '../deps.ts';
import { dateienRoutes } from './dateien-page.ts';
import { listRoutes } from './list-page.ts';
import { neuRoutes } from './neu-page.ts';
import { probeRoutes } from './probe-formular.ts';
import { pruefungRoutes } from './pruefung-page.ts';
import { teilRoutes } from './teil-page.ts';
import { testfaelleRoutes } from './testfaelle-page.ts';
import { fallRoutes } from './testfall/fall-routen.ts';
import { unterschiedRoutes } from './unterschied-page.ts';
import { veroeffentlichenRoutes } from './veroeffentlichen-page.ts';
import { vorschauFormularRoutes } from './vorschau-formular.ts';
import { vorschauRoutes } from './vorschau-page.ts';
import { werkbankRoutes } from './werkbank-page.ts';

/** The pages of the workshop; fixed addresses stand before those with a service's name. */
export function workshopPages(deps: WorkshopDeps): readonly PageRoute[] {
  return [
    ...listRoutes(deps),
    ...neuRoutes(deps),
    ...dateienRoutes(deps),
    ...werkbankRoutes(deps),
    ...teilRoutes(deps),
    ...vorschauRoutes(deps),
    ...vorschauFormularRoutes(deps),
    ...pruefungRoutes(deps),
    ...testfaelleRoutes(deps),
    ...fallRoutes(deps),
    ...unterschiedRoutes(deps),
    ...veroeffentlichenRoutes(deps),
    ...probeRoutes(deps),
  ];
}
