import { ok, type Result, refuse } from '#kernel';
import type { Actor, Principal, TenantId } from '#platform';
import { notAllowed, withoutProvider } from '../errors.ts';
import { type SolutionsDeps, solutionsPermissions } from '../solutions-deps.ts';

/** Who contributes or decides, and the IT-Dienstleister to which contributions go. */
export interface SolutionsHouse {
  readonly actor: Actor;
  readonly tenant: TenantId;
  readonly recipient: TenantId;
  readonly name: string;
}

/** The house of somebody who may do what is named; refuses where they may not. */
export async function houseFor(
  deps: Pick<SolutionsDeps, 'houseOf'>,
  principal: Principal | null,
  permission: keyof typeof solutionsPermissions,
): Promise<Result<SolutionsHouse>> {
  const what = permission === 'propose' ? 'Lösungen beitragen' : 'Über beigetragene Lösungen entscheiden';
  if (!principal?.tenant || !principal.permissions.has(solutionsPermissions[permission]))
    return refuse(notAllowed(what));
  const house = await deps.houseOf(principal);
  if (house === null) return refuse(notAllowed(what));
  if (house.decider === null) return refuse(withoutProvider);
  const { actor, tenant } = principal;
  return ok({ actor, tenant, recipient: house.decider.id, name: house.name });
}
