import type { PageRoute } from '#platform';
import type { FimDeps } from '../fim-deps.ts';
import { codelistenRoutes } from './codelisten-page.ts';
import { einlesenRoutes } from './einlesen-pages.ts';
import { listRoutes } from './list-page.ts';
import { punkteRoutes } from './punkte-page.ts';
import { schemaRoutes } from './schema-page.ts';
import { unterschiedeRoutes } from './unterschiede-page.ts';

/** All pages of this context; fixed addresses stand before those with a schema's id. */
export function fimPages(deps: FimDeps): readonly PageRoute[] {
  return [
    ...listRoutes(deps),
    ...einlesenRoutes(deps),
    ...codelistenRoutes(deps),
    ...punkteRoutes(deps),
    ...unterschiedeRoutes(deps),
    ...schemaRoutes(deps),
  ];
}
