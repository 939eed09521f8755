import type { DataKey } from '#platform';
import type { Member } from '../domain/member.ts';
import { knownRoles } from '../domain/roles.ts';
import type { StoredMember } from '../store/members.ts';

const table = 'identity.member';

/** Where the sealed values of a member stand. */
export const sealedAt = {
  name: (row: string) => ({ table, column: 'name', row }),
  email: (row: string) => ({ table, column: 'email', row }),
  totp: (row: string) => ({ table, column: 'totp', row }),
  holder: (row: string) => ({ table: 'identity.session', column: 'holder', row }),
  totpDraft: (row: string) => ({ table: 'identity.session', column: 'totp_draft', row }),
};

/** The member with name and address opened. */
export function openMember(key: DataKey, stored: StoredMember): Member {
  return {
    id: stored.id,
    state: stored.state,
    roles: knownRoles(stored.roles),
    stellen: stored.stellen,
    name: key.open(sealedAt.name(stored.id), stored.name_sealed),
    email: stored.email_sealed && key.open(sealedAt.email(stored.id), stored.email_sealed),
    gueltigBis: stored.gueltig_bis,
    hasTotp: stored.totp_sealed !== null,
    createdAt: stored.created_at,
  };
}
