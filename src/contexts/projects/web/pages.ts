import type { PageRoute } from '#platform';
import type { ProjectsDeps } from '../projects-deps.ts';
import { editRoutes } from './edit-pages.ts';
import { einlesenRoutes } from './einlesen-pages.ts';
import { fristenRoutes } from './fristen-page.ts';
import { interesseRoutes } from './interesse-post.ts';
import { listRoutes } from './list-page.ts';
import { projektRoutes } from './projekt-page.ts';
import { zeitplanRoutes } from './zeitplan-page.ts';

/** All pages of this context; fixed addresses stand before those with a project's id. */
export function projectsPages(deps: ProjectsDeps): readonly PageRoute[] {
  return [
    ...listRoutes(deps),
    ...zeitplanRoutes(deps),
    ...fristenRoutes(deps),
    ...einlesenRoutes(deps),
    ...editRoutes(deps),
    ...interesseRoutes(deps),
    ...projektRoutes(deps),
  ];
}
