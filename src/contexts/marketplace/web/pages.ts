import type { PageRoute } from '#platform';
import type { MarketplaceDeps } from '../marketplace-deps.ts';
import { befugnisRoutes } from './befugnisse-page.ts';
import { bestellenRoutes } from './bestellen-page.ts';
import { bestellungRoutes } from './bestellung-page.ts';
import { bestellungenRoutes } from './bestellungen-page.ts';
import { dateiRoutes } from './datei-pages.ts';
import { dienstRoutes } from './dienst-page.ts';
import { interessentenRoutes } from './interessenten-page.ts';
import { marktplatzRoutes } from './marktplatz-page.ts';
import { pflegeRoutes } from './pflege-page.ts';
import { rahmenRoutes } from './rahmen-page.ts';
import { sammelRoutes } from './sammel-page.ts';

/** All pages of this context; fixed addresses stand before those with a parameter. */
export function marketplacePages(deps: MarketplaceDeps): readonly PageRoute[] {
  return [
    ...marktplatzRoutes(deps),
    ...dateiRoutes(deps),
    ...bestellenRoutes(deps),
    ...pflegeRoutes(deps),
    ...dienstRoutes(deps),
    ...interessentenRoutes(deps),
    ...bestellungenRoutes(deps),
    ...bestellungRoutes(deps),
    ...rahmenRoutes(deps),
    ...befugnisRoutes(deps),
    ...sammelRoutes(deps),
  ];
}
