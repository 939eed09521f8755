import { ok, type Result, refuse } from '#kernel';
import { recordAudit, type Tx } from '#platform';
import type { Organisation, OrganisationId } from '../domain/organisation.ts';
import { kommuneOfOthers, organisationUnknown } from '../errors.ts';
import {
  insertBetreuung,
  insertOrganisation,
  organisationById,
  organisationOfBody,
  providersOf,
} from '../store/organisations.ts';
import type { Caller, Storage } from './deps.ts';
import { newTenantId } from './found-organisation.ts';
import type { BodyName } from './onboard-kommune.ts';

/** A Kommune in the circle, and whether it was founded just now. */
export interface TakenIn {
  readonly organisation: Organisation;
  readonly neu: boolean;
}

/**
 * Gives the organisation of a body in the circle of the calling provider, and founds it where there is none: one of many,
 * without anybody in it. Its first administrator is invited later (`onboardKommune`). A Kommune that others care for is
 * refused: nobody takes it into a circle without asking it.
 */
export async function takeInKommune(
  deps: Pick<Storage, 'db' | 'clock'>,
  { tenant, actor }: Pick<Caller, 'tenant' | 'actor'>,
  body: BodyName,
): Promise<Result<TakenIn>> {
  const provider = await deps.db.withTenant(tenant, actor, (tx) => organisationById(tx, tenant));
  if (provider?.kind !== 'it-dienstleister') return refuse(organisationUnknown);
  const made: Organisation = {
    id: newTenantId(),
    kind: 'kommune',
    name: body.name,
    bodyKey: body.key,
    erfunden: provider.erfunden,
  };
  const run = async (tx: Tx): Promise<Result<TakenIn>> => {
    const known = await organisationOfBody(tx, body.key);
    if (known !== null) return inCircle(tx, deps, known, provider.id);
    if (await insertOrganisation(tx, made)) {
      await insertBetreuung(tx, made.id, provider.id, deps.clock.today());
      await recordAudit(tx, {
        action: 'identity.organisation.founded',
        object: { type: 'organisation', id: made.id },
        summary: { art: made.kind, schluessel: made.bodyKey, durch: provider.id },
      });
      return ok({ organisation: made, neu: true });
    }
    // Somebody else founded it in this moment, and has committed by now.
    const other = await organisationOfBody(tx, body.key);
    return other === null ? refuse(organisationUnknown) : inCircle(tx, deps, other, provider.id);
  };
  return deps.db.withReference(actor, run, made.id);
}

async function inCircle(
  tx: Tx,
  { clock }: Pick<Storage, 'clock'>,
  organisation: Organisation,
  provider: OrganisationId,
): Promise<Result<TakenIn>> {
  const carers = await providersOf(tx, organisation.id, clock.today());
  return carers.includes(provider) ? ok({ organisation, neu: false }) : refuse(kommuneOfOthers);
}
