import type { PageRoute } from '#platform';
import type { PackagesDeps } from '../deps.ts';
import { dienstRoutes } from './dienst-page.ts';
import { einlesenRoutes } from './einlesen-pages.ts';
import { listRoutes } from './list-page.ts';
import { portaleRoutes } from './portale-page.ts';
import { schluesselRoutes } from './schluessel-page.ts';

/** All pages of this context; fixed addresses stand before those with a service's name. */
export function packagesPages(deps: PackagesDeps): readonly PageRoute[] {
  return [
    ...listRoutes(deps),
    ...portaleRoutes(deps),
    ...einlesenRoutes(deps),
    ...schluesselRoutes(deps),
    ...dienstRoutes(deps),
  ];
}
