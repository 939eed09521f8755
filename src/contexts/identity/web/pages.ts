import type { PageRoute } from '#platform';
import type { IdentityDeps } from '../identity-deps.ts';
import { accountRoutes } from './account-pages.ts';
import { auditRoutes } from './audit-pages.ts';
import { circleRoutes } from './circle-pages.ts';
import { linkRoutes } from './link-pages.ts';
import { memberListRoutes } from './member-list.ts';
import { memberRoutes } from './member-pages.ts';
import { organisationRoutes } from './organisation-pages.ts';
import { secondFactorRoutes } from './second-factor-pages.ts';
import { signInRoutes } from './sign-in-pages.ts';
import { tokenRoutes } from './token-pages.ts';

/** All pages of this context, for the staff area. */
export function identityPages(deps: IdentityDeps): readonly PageRoute[] {
  return [
    ...signInRoutes(deps),
    ...secondFactorRoutes(deps),
    ...linkRoutes(deps),
    ...accountRoutes(deps),
    ...memberListRoutes(deps),
    ...memberRoutes(deps),
    ...organisationRoutes(deps),
    ...circleRoutes(deps),
    ...tokenRoutes(deps),
    ...auditRoutes(deps),
  ];
}
