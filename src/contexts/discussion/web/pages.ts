import type { PageRoute } from '#platform';
import type { DiscussionDeps } from '../deps.ts';
import { editRoutes } from './edit-page.ts';
import { listRoutes } from './list-page.ts';
import { newRoutes } from './new-page.ts';
import { publishRoutes } from './publish-page.ts';
import { threadRoutes } from './thread-page.ts';

/** All pages of this context; addresses with a word of their own stand before those with an id. */
export function discussionPages(deps: DiscussionDeps): readonly PageRoute[] {
  return [
    ...listRoutes(deps),
    ...newRoutes(deps),
    ...publishRoutes(deps),
    ...threadRoutes(deps),
    ...editRoutes(deps),
  ];
}
