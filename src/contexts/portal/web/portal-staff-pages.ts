import type { PageRoute } from '#platform';
import type { PortalStaffDeps } from '../deps.ts';
import { aussehenRoutes } from './aussehen-page.ts';
import { officeStaffRoutes } from './office-staff-page.ts';
import { siteStaffRoutes } from './site-staff-page.ts';

/** All pages of this context in the staff area. */
export function portalStaffPages(deps: PortalStaffDeps): readonly PageRoute[] {
  return [...siteStaffRoutes(deps), ...aussehenRoutes(deps), ...officeStaffRoutes(deps)];
}
