import type { PageRoute } from '#platform';
import type { ConnectionDeps } from '../connection-deps.ts';
import { checklisteRoutes } from './checkliste-page.ts';
import { erklaerungRoutes } from './erklaerung-page.ts';
import { fristenRoutes } from './fristen-page.ts';
import { probelaufRoutes } from './probelauf-page.ts';
import { punktRoutes } from './punkt-page.ts';
import { zugangsdatenOneRoutes } from './zugangsdaten-one-page.ts';
import { zugangsdatenRoutes } from './zugangsdaten-page.ts';

/** The pages of one Anbindung, of expiries and of secrets. */
export function connectionPages(deps: ConnectionDeps): readonly PageRoute[] {
  return [
    ...checklisteRoutes(deps),
    ...punktRoutes(deps),
    ...erklaerungRoutes(deps),
    ...probelaufRoutes(deps),
    ...fristenRoutes(deps),
    ...zugangsdatenRoutes(deps),
    ...zugangsdatenOneRoutes(deps),
  ];
}
