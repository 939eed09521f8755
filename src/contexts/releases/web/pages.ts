import type { PageRoute } from '#platform';
import type { ReleasesDeps } from '../deps.ts';
import { dienstRoutes } from './dienst-page.ts';
import { kommunenRoutes } from './kommunen-page.ts';
import { overviewRoutes } from './overview-page.ts';
import { rolloutRoutes } from './rollout-page.ts';
import { wartungRoutes } from './wartung-page.ts';

/** All pages of this context in the staff area; fixed addresses stand before those with an id. */
export function releasesPages(deps: ReleasesDeps): readonly PageRoute[] {
  return [
    ...overviewRoutes(deps),
    ...kommunenRoutes(deps),
    ...rolloutRoutes(deps),
    ...dienstRoutes(deps),
    ...wartungRoutes(deps),
  ];
}
