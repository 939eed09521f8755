import { ok, type Result, refuse } from '#kernel';
import type { Principal, TenantId } from '#platform';
import { ownerMissing } from '../errors.ts';
import type { Delivery, Party } from '../ports.ts';

/** Who may manage Zustellpunkte. */
export const manage = { permission: 'delivery.zustellpunkt.manage' } as const;

/** An organisation that receives, as somebody manages it. */
export interface Owner {
  readonly tenant: TenantId;
  readonly ags: string;
  readonly name: string;
}

/** What pages and operations need beside the use cases. */
export interface DeliveryWebDeps extends Delivery {
  /** The Kommunen whose Zustellpunkte somebody may manage: the own one, or those of a provider's circle. */
  readonly ownersFor: (principal: Principal | null) => Promise<readonly Owner[]>;
}

/** For whom somebody acts, and as whom. */
export interface Managing {
  readonly owner: Owner;
  readonly party: Party;
  /** Whether the Kommune has to be named, as the principal looks after several. */
  readonly several: boolean;
}

/** The Kommune that is meant: the named one, or the only one. Refuses what is not theirs as if it were not there. */
export async function managingFor(
  deps: Pick<DeliveryWebDeps, 'ownersFor'>,
  principal: Principal | null,
  ags: string | null | undefined,
): Promise<Result<Managing>> {
  if (principal?.permissions.has(manage.permission) !== true) return refuse(ownerMissing);
  const owners = await deps.ownersFor(principal);
  const owner = ags ? owners.find((one) => one.ags === ags) : owners.length === 1 ? owners[0] : undefined;
  if (!owner) return refuse(ownerMissing);
  const { actor } = principal;
  return ok({ owner, party: { tenant: owner.tenant, actor }, several: owners.length > 1 });
}
