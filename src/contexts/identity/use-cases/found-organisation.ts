import { ok, type Result, refuse } from '#kernel';
import { type Actor, newId, parseTenantId, recordAudit, type TenantId, type Tx } from '#platform';
import { invalidField } from '../domain/invalid-field.ts';
import type { Organisation, OrganisationKind } from '../domain/organisation.ts';
import { managingRoles, rolesOf } from '../domain/roles.ts';
import { emailTaken, kommuneTaken } from '../errors.ts';
import { memberByEmailIndex } from '../store/members.ts';
import { insertBetreuung, insertOrganisation } from '../store/organisations.ts';
import type { Mailing, Storage } from './deps.ts';
import { addInvited, type Invited, type Invitee, parseInvitation } from './invite-member.ts';
import type { FreshLink } from './mail-link.ts';
import { sendInvitation } from './send-invitation.ts';

/** A new organisation with the person who will manage its members. */
export interface Founding {
  readonly kind: OrganisationKind;
  readonly name: string;
  readonly bodyKey: string | null;
  readonly erfunden: boolean;
  /** The IT-Dienstleister that cares for it from today on. */
  readonly provider: TenantId | null;
  readonly administrator: { readonly name: string; readonly email: string };
}

export interface Founded extends Invited {
  readonly organisation: Organisation;
}

/** Founds an organisation in one transaction of its own and invites its first administrator. */
export async function foundOrganisation(
  deps: Storage & Mailing,
  actor: Actor,
  founding: Founding,
): Promise<Result<Founded>> {
  const person = parseInvitation(founding.kind, {
    ...founding.administrator,
    roles: rolesOf(founding.kind).filter((role) => managingRoles.includes(role)),
  });
  if (!person.ok) return person;
  const organisation = organisationOf(founding);
  if (!organisation.ok) return organisation;
  const index = deps.keys.blindIndex('email', person.value.email);
  if (await deps.db.withKey(index, (tx) => memberByEmailIndex(tx, index))) return refuse(emailTaken);
  const made = await deps.db.withReference(
    actor,
    (tx) => setUp(tx, deps, organisation.value, founding.provider, person.value),
    organisation.value.id,
  );
  if (!made.ok) return made;
  const { memberId, link } = made.value;
  const sent = await sendInvitation(deps, person.value.email, organisation.value.name, link);
  return ok({ organisation: organisation.value, memberId, ...sent });
}

function organisationOf(founding: Founding): Result<Organisation> {
  const name = founding.name.trim();
  if (name.length < 2 || name.length > 200)
    return refuse(
      invalidField('ORGANISATION_NAME', 'name', 'Der Name der Organisation hat 2 bis 200 Zeichen.'),
    );
  const { kind, bodyKey, erfunden } = founding;
  return ok({ id: newTenantId(), kind, name, bodyKey, erfunden });
}

/** A new tenant id. */
export function newTenantId(): TenantId {
  const id = parseTenantId(newId());
  if (!id) throw new Error('A random UUID has an unknown form');
  return id;
}

async function setUp(
  tx: Tx,
  deps: Storage,
  organisation: Organisation,
  provider: TenantId | null,
  person: Invitee,
): Promise<Result<{ memberId: string; link: FreshLink }>> {
  if (!(await insertOrganisation(tx, organisation))) return refuse(kommuneTaken);
  await recordAudit(tx, {
    action: 'identity.organisation.founded',
    object: { type: 'organisation', id: organisation.id },
    summary: { art: organisation.kind, schluessel: organisation.bodyKey, durch: provider },
  });
  if (provider) await insertBetreuung(tx, organisation.id, provider, deps.clock.today());
  const added = await addInvited(tx, deps, organisation.id, person);
  // The address was free a moment ago. Nothing of a half-made organisation may stay, so this rolls back.
  if (!added.ok) throw new Error(added.refusal.message);
  return added;
}
