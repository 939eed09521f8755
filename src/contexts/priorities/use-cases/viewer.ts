import type { Kommune } from '#efa';
import { ok, type Result, refuse } from '#kernel';
import type { Actor, Principal, TenantId } from '#platform';
import { notAllowed, notKommune, withoutProvider } from '../errors.ts';
import type { PrioritiesDeps } from '../priorities-deps.ts';

/** Somebody of a provider or of one of its Kommunen. Only `viewerOf` makes one. */
export interface Viewer {
  readonly actor: Actor;
  readonly tenant: TenantId;
  readonly provider: { readonly id: TenantId; readonly name: string };
  /** May state values, weigh and decide. */
  readonly darfFuehren: boolean;
}

type Deps = Pick<PrioritiesDeps, 'houseOf'>;

/** Who reads priorities: everybody of the provider and of its Kommunen. */
export async function viewerOf(deps: Deps, principal: Principal | null): Promise<Result<Viewer>> {
  const house = await deps.houseOf(principal);
  if (principal === null || principal.tenant === null || !house?.decider) return refuse(withoutProvider);
  const { actor, tenant, permissions } = principal;
  const own = house.decider.id === tenant;
  const operator = principal.kind === 'betreiber';
  return ok({
    actor,
    tenant,
    provider: house.decider,
    darfFuehren: own && (operator || permissions.has('priorities.manage')),
  });
}

/** Who leads them: the provider's people with the permission, and the operator who acts for the provider. */
export async function managerOf(
  deps: Deps,
  principal: Principal | null,
  what: string,
): Promise<Result<Viewer>> {
  const viewer = await viewerOf(deps, principal);
  if (!viewer.ok) return viewer;
  return viewer.value.darfFuehren ? viewer : refuse(notAllowed(what));
}

/** Who may say that a Kommune deviates: its coordination. */
export async function deviatorOf(
  deps: Pick<PrioritiesDeps, 'houseOf' | 'ownKommune'>,
  principal: Principal | null,
): Promise<Result<{ readonly viewer: Viewer; readonly kommune: Kommune }>> {
  const viewer = await viewerOf(deps, principal);
  if (!viewer.ok) return viewer;
  const kommune = await deps.ownKommune(principal);
  return kommune && maySpeak(principal) ? ok({ viewer: viewer.value, kommune }) : refuse(notKommune);
}

/** Whether somebody speaks for a Kommune. */
export function maySpeak(principal: Principal | null): boolean {
  return principal?.kind === 'betreiber' || principal?.permissions.has('compass.manage') === true;
}
