import type { PageRoute } from '#platform';
import type { CockpitDeps } from '../cockpit-deps.ts';
import { annahmenRoutes } from './annahmen-page.ts';
import { cockpitRoutes } from './cockpit-pages.ts';
import { zugRoutes } from './zug-pages.ts';

/** All pages of the cockpit, and the assumed values of a Kommune. */
export function cockpitPages(deps: CockpitDeps): readonly PageRoute[] {
  return [...zugRoutes(deps), ...cockpitRoutes(deps), ...annahmenRoutes(deps)];
}
