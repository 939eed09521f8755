import { ok, type Result, refuse } from '#kernel';
import type { Actor, Principal, TenantId } from '#platform';
import { editPermission, type FinderDeps } from '../deps.ts';
import { notAnEditor, withoutProvider } from '../errors.ts';

/** Who edits, and the IT-Dienstleister that decides. */
export interface EditorsHouse {
  readonly actor: Actor;
  readonly tenant: TenantId;
  readonly recipient: TenantId;
  readonly name: string;
}

/** The house of an editor; refuses where somebody is none. */
export async function editorsHouse(
  deps: Pick<FinderDeps, 'houseOf'>,
  principal: Principal | null,
): Promise<Result<EditorsHouse>> {
  if (!principal?.tenant || !principal.permissions.has(editPermission)) return refuse(notAnEditor);
  const house = await deps.houseOf(principal);
  if (house === null) return refuse(notAnEditor);
  if (house.decider === null) return refuse(withoutProvider);
  const { actor, tenant } = principal;
  return ok({ actor, tenant, recipient: house.decider.id, name: house.name });
}
