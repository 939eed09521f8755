import { ok, type Result, refuse } from '#kernel';
import { recordAudit, type TenantId } from '#platform';
import type { BetreuteKommune, Organisation } from '../domain/organisation.ts';
import { organisationUnknown } from '../errors.ts';
import {
  type Einwilligung,
  einwilligungenOf,
  endEinwilligung,
  insertEinwilligung,
} from '../store/einwilligungen.ts';
import { betreuteKommunen, organisationById, providersOf } from '../store/organisations.ts';
import type { Caller, Storage } from './deps.ts';

/** The Kommunen that a provider cares for today. */
export function readCircle(deps: Storage, caller: Caller): Promise<readonly BetreuteKommune[]> {
  return deps.db.withCircle(caller.tenant, caller.actor, (tx) =>
    betreuteKommunen(tx, caller.tenant, deps.clock.today()),
  );
}

/** An organisation, who cares for it, and what it consents to share. */
export interface OrganisationDetail {
  readonly organisation: Organisation;
  readonly providers: readonly Organisation[];
  readonly einwilligungen: readonly Einwilligung[];
}

/** The caller's own organisation. */
export function readOrganisation(deps: Storage, caller: Caller): Promise<Result<OrganisationDetail>> {
  return deps.db.withTenant(caller.tenant, caller.actor, async (tx) => {
    const organisation = await organisationById(tx, caller.tenant);
    if (!organisation) return refuse(organisationUnknown);
    const providers: Organisation[] = [];
    for (const id of await providersOf(tx, caller.tenant, deps.clock.today())) {
      const provider = await organisationById(tx, id);
      if (provider) providers.push(provider);
    }
    return ok({ organisation, providers, einwilligungen: await einwilligungenOf(tx, caller.tenant) });
  });
}

/** States or withdraws the Kommune's consent to share circle data with one of its providers, from today on. */
export function decideEinwilligung(
  deps: Storage,
  caller: Caller,
  providerId: TenantId,
  consent: boolean,
): Promise<Result<null>> {
  const today = deps.clock.today();
  return deps.db.withTenant(caller.tenant, caller.actor, async (tx) => {
    const providers = await providersOf(tx, caller.tenant, today);
    if (consent && !providers.includes(providerId)) return refuse(organisationUnknown);
    const decide = consent ? insertEinwilligung : endEinwilligung;
    const changed = await decide(tx, caller.tenant, providerId, today);
    if (changed > 0)
      await recordAudit(tx, {
        action: consent ? 'identity.einwilligung.given' : 'identity.einwilligung.withdrawn',
        object: { type: 'organisation', id: providerId },
        summary: { ab: today },
      });
    return ok(null);
  });
}
