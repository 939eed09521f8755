import { ok, type Result, refuse } from '#kernel';
import { recordAudit } from '#platform';
import { invalidField } from '../domain/invalid-field.ts';
import { memberUnknown } from '../errors.ts';
import { lockMember, setStellen } from '../store/members.ts';
import type { Caller, Storage } from './deps.ts';

/** An office of an organisation, for which its members work. */
export interface Stelle {
  readonly id: string;
  readonly name: string;
}

/** The offices of the caller's organisation; `app` wires who knows them. */
export interface OfficeReading {
  readonly officesOf: (caller: Pick<Caller, 'tenant'>) => Promise<readonly Stelle[]>;
}

/**
 * Says for which offices a member works; `null`: for all. It counts with the next page that the member opens. Refuses an
 * office that the organisation does not have (`OFFICE_UNKNOWN`).
 */
export async function changeOffices(
  deps: Storage & OfficeReading,
  caller: Caller,
  memberId: string,
  stellen: readonly string[] | null,
): Promise<Result<{ readonly stellen: readonly string[] | null }>> {
  const known = new Set((await deps.officesOf(caller)).map(({ id }) => id));
  const unknown = (stellen ?? []).filter((id) => !known.has(id));
  if (unknown.length > 0) {
    const message = `Diese Stelle gibt es hier nicht: ${unknown.join(', ')}.`;
    return refuse(invalidField('OFFICE_UNKNOWN', 'stellen', message));
  }
  return deps.db.withTenant(caller.tenant, caller.actor, async (tx) => {
    const member = await lockMember(tx, caller.tenant, memberId);
    if (!member || member.state === 'removed') return refuse(memberUnknown);
    const wanted = stellen === null ? null : [...new Set(stellen)].toSorted();
    await setStellen(tx, caller.tenant, memberId, wanted);
    await recordAudit(tx, {
      action: 'identity.member.offices-changed',
      object: { type: 'mitglied', id: memberId },
      summary: { vorher: said(member.stellen), nachher: said(wanted) },
    });
    return ok({ stellen: wanted });
  });
}

function said(stellen: readonly string[] | null): string | string[] {
  return stellen === null ? 'alle' : [...stellen];
}
