import type { PageRoute } from '#platform';
import type { DescriptionsDeps } from '../deps.ts';
import { textPages } from './text-pages.ts';
import { xzufiPages } from './xzufi-pages.ts';

/** All pages of this context. */
export function descriptionsPages(deps: DescriptionsDeps): readonly PageRoute[] {
  return [...textPages(deps), ...xzufiPages(deps)];
}
