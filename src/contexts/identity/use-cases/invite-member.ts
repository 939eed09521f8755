import { ok, type Result, refuse } from '#kernel';
import { newId, recordAudit, type TenantId, type Tx } from '#platform';
import { type Email, parseEmail } from '../domain/email.ts';
import { invalidField } from '../domain/invalid-field.ts';
import type { OrganisationKind } from '../domain/organisation.ts';
import { parseRoles, type Role, rolesOf } from '../domain/roles.ts';
import { actionImpossible, emailTaken, memberUnknown, organisationUnknown } from '../errors.ts';
import { insertMember, lockMember } from '../store/members.ts';
import { organisationById } from '../store/organisations.ts';
import type { Caller, Mailing, Storage } from './deps.ts';
import { type FreshLink, freshLink } from './mail-link.ts';
import { openMember, sealedAt } from './sealed-member.ts';
import { type Sent, sendInvitation } from './send-invitation.ts';

/** A person as typed into a form or sent to the API. */
export interface Invitation {
  readonly name: string;
  readonly email: string;
  readonly roles: readonly string[];
}

export interface Invited extends Sent {
  readonly memberId: string;
}

/** Invites a person into the caller's organisation by a mail link. */
export async function inviteMember(
  deps: Storage & Mailing,
  caller: Caller,
  invitation: Invitation,
): Promise<Result<Invited>> {
  const made = await deps.db.withTenant(caller.tenant, caller.actor, async (tx) => {
    const organisation = await organisationById(tx, caller.tenant);
    if (!organisation) return refuse(organisationUnknown);
    const person = parseInvitation(organisation.kind, invitation);
    if (!person.ok) return person;
    const added = await addInvited(tx, deps, caller.tenant, person.value);
    return added.ok
      ? ok({ ...added.value, email: person.value.email, organisation: organisation.name })
      : added;
  });
  if (!made.ok) return made;
  const { memberId, link, email, organisation } = made.value;
  return ok({ memberId, ...(await sendInvitation(deps, email, organisation, link)) });
}

/** An invitation whose parts are checked. */
export interface Invitee {
  readonly name: string;
  readonly email: Email;
  readonly roles: readonly Role[];
}

/** Parses name, address and roles of a person for an organisation of a kind. */
export function parseInvitation(kind: OrganisationKind, invitation: Invitation): Result<Invitee> {
  const name = invitation.name.trim().replace(/\s+/g, ' ');
  if (name.length < 2 || name.length > 120)
    return refuse(
      invalidField('NAME_INVALID', 'name', 'Bitte geben Sie Vor- und Nachnamen an (2 bis 120 Zeichen).'),
    );
  const email = parseEmail(invitation.email);
  if (!email.ok) return email;
  const roles = chosenRoles(kind, invitation.roles);
  return roles.ok ? ok({ name, email: email.value, roles: roles.value }) : roles;
}

/** Parses role names; at least one is needed, and each must belong to the organisation's kind. */
export function chosenRoles(kind: OrganisationKind, names: readonly string[]): Result<readonly Role[]> {
  const { roles, unknown } = parseRoles(kind, names);
  const known = rolesOf(kind).join(', ');
  if (unknown.length > 0)
    return refuse(
      invalidField(
        'ROLE_UNKNOWN',
        'rollen',
        `Diese Rollen gibt es hier nicht: ${unknown.join(', ')}. Möglich sind: ${known}.`,
      ),
    );
  if (roles.length === 0)
    return refuse(invalidField('ROLE_MISSING', 'rollen', 'Bitte wählen Sie mindestens eine Rolle.'));
  return ok(roles);
}

/** Adds an invited person with its link, in the transaction of its organisation. */
export async function addInvited(
  tx: Tx,
  deps: Storage,
  tenant: TenantId,
  person: Invitee,
): Promise<Result<{ memberId: string; link: FreshLink }>> {
  const id = newId();
  const now = deps.clock.now();
  const key = await deps.keys.dataKeyOf(tx, tenant);
  const added = await insertMember(tx, tenant, {
    id,
    state: 'invited',
    roles: person.roles,
    nameSealed: key.seal(sealedAt.name(id), person.name),
    emailSealed: key.seal(sealedAt.email(id), person.email),
    emailIndex: deps.keys.blindIndex('email', person.email),
    createdAt: now,
  });
  if (!added) return refuse(emailTaken);
  const link = await freshLink(tx, tenant, id, 'invitation', now);
  await recordAudit(tx, {
    action: 'identity.member.invited',
    object: { type: 'mitglied', id },
    summary: { rollen: person.roles },
  });
  return ok({ memberId: id, link });
}

/** Sends an invitation again, with a new link; the earlier one no longer counts. */
export async function resendInvitation(
  deps: Storage & Mailing,
  caller: Caller,
  memberId: string,
): Promise<Result<Invited>> {
  const made = await deps.db.withTenant(caller.tenant, caller.actor, async (tx) => {
    const stored = await lockMember(tx, caller.tenant, memberId);
    const organisation = await organisationById(tx, caller.tenant);
    if (!stored || !organisation) return refuse(memberUnknown);
    const member = openMember(await deps.keys.dataKeyOf(tx, caller.tenant), stored);
    if (member.state !== 'invited' || member.email === null) return refuse(actionImpossible);
    const link = await freshLink(tx, caller.tenant, memberId, 'invitation', deps.clock.now());
    await recordAudit(tx, {
      action: 'identity.member.invited-again',
      object: { type: 'mitglied', id: memberId },
    });
    return ok({ link, email: member.email, organisation: organisation.name });
  });
  if (!made.ok) return made;
  return ok({
    memberId,
    ...(await sendInvitation(deps, made.value.email, made.value.organisation, made.value.link)),
  });
}
