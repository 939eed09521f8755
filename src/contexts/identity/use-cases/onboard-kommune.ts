import { ok, type Result, refuse } from '#kernel';
import { recordAudit } from '#platform';
import type { Organisation } from '../domain/organisation.ts';
import { knownRoles, managesMembers, managingRoles, rolesOf } from '../domain/roles.ts';
import { alreadyHandedOver, organisationUnknown } from '../errors.ts';
import { listMembers } from '../store/members.ts';
import { betreuteKommunen, organisationById } from '../store/organisations.ts';
import type { Caller, Mailing, Storage } from './deps.ts';
import { type Founded, foundOrganisation } from './found-organisation.ts';
import { addInvited, type Invited, parseInvitation, resendInvitation } from './invite-member.ts';
import { sendInvitation } from './send-invitation.ts';

/** A body of the territory that may become a Kommune here. */
export interface BodyName {
  readonly key: string;
  readonly name: string;
}

export interface Onboarding {
  /** AGS, Kreis key or name. */
  readonly body: string;
  readonly administrator: { readonly name: string; readonly email: string };
}

/** Finds a body by key or name; a refusal suggests near ones or asks which is meant. */
export interface BodyFinding {
  readonly findBody: (text: string) => Promise<Result<BodyName>>;
}

/** A provider takes a Kommune into its circle and hands it over to the first administrator, whom it invites. */
export async function onboardKommune(
  deps: Storage & Mailing & BodyFinding,
  caller: Caller,
  onboarding: Onboarding,
): Promise<Result<Founded>> {
  const body = await deps.findBody(onboarding.body);
  if (!body.ok) return body;
  const provider = await deps.db.withTenant(caller.tenant, caller.actor, (tx) =>
    organisationById(tx, caller.tenant),
  );
  if (provider?.kind !== 'it-dienstleister') return refuse(organisationUnknown);
  const waiting = await takenInWithoutPeople(deps, caller, body.value.key);
  if (waiting !== null) return inviteFirst(deps, caller, waiting, onboarding.administrator);
  const founded = await foundOrganisation(deps, caller.actor, {
    kind: 'kommune',
    name: body.value.name,
    bodyKey: body.value.key,
    erfunden: provider.erfunden,
    provider: caller.tenant,
    administrator: onboarding.administrator,
  });
  if (founded.ok) {
    // The Kommune's own chain got its lines with the founding; this one tells the provider's auditors.
    await deps.db.withTenant(caller.tenant, caller.actor, (tx) =>
      recordAudit(tx, {
        action: 'identity.kommune.onboarded',
        object: { type: 'organisation', id: founded.value.organisation.id },
        summary: { schluessel: body.value.key },
      }),
    );
  }
  return founded;
}

/** A Kommune of the circle that was taken in with many others and has nobody yet. */
async function takenInWithoutPeople(
  deps: Storage,
  caller: Caller,
  key: string,
): Promise<Organisation | null> {
  const today = deps.clock.today();
  const circle = await deps.db.withCircle(caller.tenant, caller.actor, (tx) =>
    betreuteKommunen(tx, caller.tenant, today),
  );
  const known = circle.find(({ bodyKey }) => bodyKey === key);
  if (known === undefined) return null;
  const people = await deps.db.withTenant(known.id, caller.actor, (tx) => listMembers(tx, known.id));
  return people.length === 0 ? known : null;
}

async function inviteFirst(
  deps: Storage & Mailing,
  { actor }: Caller,
  organisation: Organisation,
  administrator: Onboarding['administrator'],
): Promise<Result<Founded>> {
  const roles = rolesOf(organisation.kind).filter((role) => managingRoles.includes(role));
  const person = parseInvitation(organisation.kind, { ...administrator, roles });
  if (!person.ok) return person;
  const added = await deps.db.withTenant(organisation.id, actor, (tx) =>
    addInvited(tx, deps, organisation.id, person.value),
  );
  if (!added.ok) return added;
  const { memberId, link } = added.value;
  const sent = await sendInvitation(deps, person.value.email, organisation.name, link);
  return ok({ organisation, memberId, ...sent });
}

/** Sends the first administrator's invitation again. Possible until the Kommune has taken over, not after. */
export async function renewOnboarding(
  deps: Storage & Mailing,
  caller: Caller,
  kommuneId: string,
): Promise<Result<Invited>> {
  const circle = await deps.db.withCircle(caller.tenant, caller.actor, (tx) =>
    betreuteKommunen(tx, caller.tenant, deps.clock.today()),
  );
  const kommune = circle.find(({ id }) => id === kommuneId);
  if (!kommune) return refuse(organisationUnknown);
  if (kommune.uebergebenAm !== null) return refuse(alreadyHandedOver);
  const invited = await deps.db.withTenant(kommune.id, caller.actor, (tx) => listMembers(tx, kommune.id));
  const first = invited.find(({ state, roles }) => state === 'invited' && managesMembers(knownRoles(roles)));
  if (!first) return refuse(alreadyHandedOver);
  return resendInvitation(deps, { ...caller, tenant: kommune.id }, first.id);
}
