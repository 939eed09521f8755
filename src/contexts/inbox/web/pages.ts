import type { PageRoute } from '#platform';
import type { InboxDeps } from '../ports.ts';
import { caseRoutes } from './case-page.ts';
import { fachdatenRoutes } from './fachdaten-page.ts';
import { listRoutes } from './list-page.ts';

/** All pages of this context. */
export function inboxPages(deps: InboxDeps): readonly PageRoute[] {
  return [...listRoutes(deps), ...fachdatenRoutes(deps), ...caseRoutes(deps)];
}
