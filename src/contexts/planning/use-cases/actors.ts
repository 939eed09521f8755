import type { Kommune } from '#compass';
import type { Anbieter } from '#efa';
import { ok, type Result, refuse } from '#kernel';
import type { Actor, Principal, TenantId } from '#platform';
import { notCapacityOwner, notKommune, notPlanner } from '../errors.ts';
import type { PlanningDeps } from '../planning-deps.ts';

/** Somebody who plans for an IT-Dienstleister. Only `plannerOf` makes one. */
export interface Planner {
  readonly actor: Actor;
  readonly anbieter: Anbieter;
}

/** Somebody who states the days of teams: of a house, or of a Kommune's Fachbereiche. Only `capacityOwnerOf` makes one. */
export interface CapacityOwner {
  readonly actor: Actor;
  readonly tenant: TenantId;
  /** `null` for an IT-Dienstleister. */
  readonly kommune: Kommune | null;
}

/** Somebody who reads what a Kommune does next. Only `readerOf` makes one. */
export interface Reader {
  readonly principal: Principal;
  readonly tenant: TenantId;
  readonly kommune: Kommune;
}

type Finding = Pick<PlanningDeps, 'ownAnbieter' | 'ownKommune' | 'kreis'>;

/** Who may plan: members of an IT-Dienstleister with the permission, and the operator acting for one. */
export async function plannerOf(deps: Finding, principal: Principal | null): Promise<Result<Planner>> {
  if (principal === null || !principal.permissions.has('planning.manage')) return refuse(notPlanner);
  const anbieter = await deps.ownAnbieter(principal);
  return anbieter ? ok({ actor: principal.actor, anbieter }) : refuse(notPlanner);
}

/** Who may state person-days: whoever plans, and whoever may do so for a Kommune. */
export async function capacityOwnerOf(
  deps: Finding,
  principal: Principal | null,
): Promise<Result<CapacityOwner>> {
  const planner = await plannerOf(deps, principal);
  if (planner.ok) {
    const { actor, anbieter } = planner.value;
    return ok({ actor, tenant: anbieter.tenant, kommune: null });
  }
  const kommune = principal?.permissions.has('planning.capacity') ? await deps.ownKommune(principal) : null;
  if (principal === null || kommune === null) return refuse(notCapacityOwner);
  return ok({ actor: principal.actor, tenant: kommune.tenant, kommune });
}

/** Who may read the next steps: members of the Kommune who see its Stand, and its IT-Dienstleister, which names it. */
export async function readerOf(
  deps: Finding,
  principal: Principal | null,
  ags: string,
): Promise<Result<Reader>> {
  if (principal === null) return refuse(notKommune);
  const own = principal.permissions.has('compass.stand.read') ? await deps.ownKommune(principal) : null;
  if (own !== null) return ok({ principal, tenant: own.tenant, kommune: own });
  const planner = await plannerOf(deps, principal);
  if (!planner.ok) return refuse(notKommune);
  const { actor, anbieter } = planner.value;
  const kommune = (await deps.kreis(actor, anbieter)).find((one) => one.ags === ags);
  return kommune ? ok({ principal, tenant: anbieter.tenant, kommune }) : refuse(notKommune);
}
