import type { Operation } from '#platform';
import type { IdentityDeps } from '../identity-deps.ts';
import { auditOperations } from './audit-operations.ts';
import { circleOperations } from './circle-operations.ts';
import { memberOperations } from './member-operations.ts';
import { organisationOperations } from './organisation-operations.ts';
import { tokenOperations } from './token-operations.ts';

/** Everything of this context that machines can do. */
export function identityOperations(deps: IdentityDeps): readonly Operation[] {
  return [
    ...memberOperations(deps),
    ...organisationOperations(deps),
    ...circleOperations(deps),
    ...tokenOperations(deps),
    ...auditOperations(deps),
  ];
}
