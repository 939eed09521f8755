import type { Party } from '#delivery';
import type { TenantId } from '#platform';
import { antragActor } from './antrag-actor.ts';

/** The portal of one Kommune, under a host of its own. */
export interface PortalSite {
  readonly tenant: TenantId;
  readonly ags: string;
  readonly name: string;
  readonly slug: string;
  /** `http://lemgo.localhost:8080`. */
  readonly origin: string;
}

/** On whose behalf the applicant's requests run: the Kommune whose portal it is. */
export function partyOf({ tenant }: Pick<PortalSite, 'tenant'>): Party {
  return { tenant, actor: antragActor };
}
