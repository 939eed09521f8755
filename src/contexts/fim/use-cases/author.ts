import { ok, type Result, refuse } from '#kernel';
import type { Actor, Principal, TenantId } from '#platform';
import { notAuthor } from '../errors.ts';

/** Somebody who builds Onlinedienste for an organisation. Only `authorOf` makes one. */
export interface Author {
  readonly principal: Principal;
  readonly actor: Actor;
  readonly tenant: TenantId;
}

/** Who may import schemas and tick off work: members with the permission, and the operator for a named organisation. */
export function authorOf(principal: Principal | null): Result<Author> {
  if (principal === null || principal.tenant === null) return refuse(notAuthor);
  const may = principal.kind === 'betreiber' || principal.permissions.has('workshop.author');
  return may ? ok({ principal, actor: principal.actor, tenant: principal.tenant }) : refuse(notAuthor);
}
