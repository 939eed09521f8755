import { addDays, type LocalDate, ok, parseLocalDate, type Result, refuse } from '#kernel';
import { recordAudit } from '#platform';
import { invalidField } from '../domain/invalid-field.ts';
import { knownRoles, managesMembers } from '../domain/roles.ts';
import { lastAdministrator, memberUnknown } from '../errors.ts';
import { lockManagers, lockMember, setEnd } from '../store/members.ts';
import { endTokensBy } from '../store/tokens.ts';
import type { Caller, Storage } from './deps.ts';

/**
 * Limits a member's access to a last day, or lifts the limit with `null`. Refuses a day that is over (`MEMBER_UNTIL`), and
 * to limit the last person without an end who manages members: nobody could let anybody in after that day.
 */
export async function limitMember(
  deps: Storage,
  caller: Caller,
  memberId: string,
  day: string | null,
): Promise<Result<{ readonly until: LocalDate | null }>> {
  const until = parseDay(day, deps.clock.today());
  if (!until.ok) return until;
  return deps.db.withTenant(caller.tenant, caller.actor, async (tx) => {
    const managers = await lockManagers(tx, caller.tenant);
    const member = await lockMember(tx, caller.tenant, memberId);
    if (!member || member.state === 'removed') return refuse(memberUnknown);
    const alone = managers.every((id) => id === memberId);
    if (until.value !== null && alone && managesMembers(knownRoles(member.roles)))
      return refuse(lastAdministrator);
    await setEnd(tx, caller.tenant, memberId, until.value);
    const zugaenge = until.value ? await endTokensBy(tx, caller.tenant, memberId, endOfDay(until.value)) : 0;
    await recordAudit(tx, {
      action: 'identity.member.limited',
      object: { type: 'mitglied', id: memberId },
      summary: { vorher: member.gueltig_bis, nachher: until.value, zugaengeGekuerzt: zugaenge },
    });
    return ok({ until: until.value });
  });
}

function parseDay(day: string | null, today: LocalDate): Result<LocalDate | null> {
  if (day === null) return ok(null);
  const parsed = parseLocalDate(day);
  if (!parsed.ok) return refuse(invalidField('MEMBER_UNTIL', 'bis', parsed.refusal.message));
  const over = 'Dieser Tag ist vorbei. Um den Zugang sofort zu schließen, sperren Sie ihn.';
  return parsed.value < today ? refuse(invalidField('MEMBER_UNTIL', 'bis', over)) : parsed;
}

/** The first moment after a day in Germany; in winter an hour early rather than late. */
export function endOfDay(day: LocalDate): Date {
  return new Date(`${addDays(day, 1)}T00:00:00+02:00`);
}
