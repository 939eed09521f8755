import { callerOf, findOrganisation, type OrganisationDetail, readCircle, readOrganisation } from '#identity';
import { ok, type Result } from '#kernel';
import type { Principal } from '#platform';
import type { Services } from './services.ts';

/** The organisation for which somebody acts, or `null` for the operator at the command line. */
export async function ownOrganisation(
  services: Services,
  principal: Principal | null,
): Promise<OrganisationDetail | null> {
  const caller = callerOf(principal);
  if (caller === null) return null;
  const found = await readOrganisation(services, caller);
  return found.ok ? found.value : null;
}

/** The AGS of the Kommunen that a provider looks after; `null` for everybody else. */
export async function circleAgs(
  services: Services,
  principal: Principal | null,
): Promise<readonly string[] | null> {
  const caller = callerOf(principal);
  if (caller === null || !caller.permissions.has('circle.read')) return null;
  const kommunen = await readCircle(services, caller);
  return kommunen.flatMap(({ bodyKey }) => bodyKey ?? []);
}

/** The operator at the command line, acting for an organisation that it names by key, name or id. */
export async function actingFor(
  services: Services,
  operator: Principal,
  organisation: string,
): Promise<Result<Principal>> {
  const found = await findOrganisation(services, operator.actor, organisation);
  return found.ok ? ok({ ...operator, tenant: found.value.id }) : found;
}
