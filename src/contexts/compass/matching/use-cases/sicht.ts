import { ok, type Result, refuse } from '#kernel';
import type { Principal, TenantId } from '#platform';
import type { Kommune } from '../../doors-deps.ts';
import { circleMissing, organisationMissing } from '../errors.ts';
import type { MatchingDeps } from '../matching-deps.ts';

/** Through whose eyes something about a whole circle is seen. */
export interface Sicht {
  readonly principal: Principal;
  readonly tenant: TenantId;
  /** The Kommune that asks; `null` for an IT-Dienstleister. */
  readonly kommune: Kommune | null;
}

/** Kommunen that see their own Stand and IT-Dienstleister that see their circle; the operator names an organisation. */
export async function sichtOf(
  deps: Pick<MatchingDeps, 'ownKommune' | 'actingFor'>,
  principal: Principal | null,
  organisation?: string,
): Promise<Result<Sicht>> {
  if (principal === null) return refuse(circleMissing);
  const acting = await actingAs(deps, principal, organisation);
  if (!acting.ok) return acting;
  const { tenant } = acting.value;
  if (tenant === null) return refuse(circleMissing);
  return ok({ principal: acting.value, tenant, kommune: await deps.ownKommune(acting.value) });
}

async function actingAs(
  deps: Pick<MatchingDeps, 'actingFor'>,
  principal: Principal,
  organisation: string | undefined,
): Promise<Result<Principal>> {
  if (principal.kind !== 'betreiber' || principal.tenant !== null) return maySee(principal);
  return organisation === undefined ? refuse(organisationMissing) : deps.actingFor(principal, organisation);
}

function maySee(principal: Principal): Result<Principal> {
  const { permissions } = principal;
  return permissions.has('compass.stand.read') || permissions.has('circle.read')
    ? ok(principal)
    : refuse(circleMissing);
}
