import type { KeyRing, TenantId, Tx } from '#platform';
import { knownRoles, managesMembers, permissionsOf, type Role } from '../domain/roles.ts';
import { listMembers, memberById } from '../store/members.ts';
import type { Storage } from './deps.ts';
import { openMember } from './sealed-member.ts';
import { maySignIn } from './sign-in.ts';

/** A person of an organisation who may sign in today; name and address stay sealed. */
export interface ReachableMember {
  readonly id: string;
  readonly roles: readonly Role[];
  readonly permissions: ReadonlySet<string>;
  readonly managesMembers: boolean;
  /** The offices for which the person works the inbox, by id; `null`: all. */
  readonly stellen: readonly string[] | null;
}

/** Name and address of one person, for a mail to it. */
export interface Contact {
  readonly name: string;
  readonly email: string;
}

/** Who of the transaction's organisation may sign in today. */
export async function reachableMembers(
  tx: Tx,
  { clock }: Pick<Storage, 'clock'>,
  tenant: TenantId,
): Promise<readonly ReachableMember[]> {
  const today = clock.today();
  const members = await listMembers(tx, tenant);
  return members
    .filter((member) => maySignIn(member, today))
    .map(({ id, roles, stellen }) => {
      const known = knownRoles(roles);
      const permissions = permissionsOf(known);
      return { id, roles: known, permissions, managesMembers: managesMembers(known), stellen };
    });
}

/** Name and address of a person who may sign in today; `null` where there is none (any more). */
export async function contactOf(
  tx: Tx,
  { clock, keys }: Pick<Storage, 'clock'> & { readonly keys: Pick<KeyRing, 'dataKeyOf'> },
  tenant: TenantId,
  memberId: string,
): Promise<Contact | null> {
  const stored = await memberById(tx, tenant, memberId);
  if (!stored || !maySignIn(stored, clock.today())) return null;
  const { name, email } = openMember(await keys.dataKeyOf(tx, tenant), stored);
  return email === null ? null : { name, email };
}
