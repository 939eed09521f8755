import { type LocalDate, ok, parseLocalDate, type Result, refuse } from '#kernel';
import { newId, recordAudit } from '#platform';
import { invalidField } from '../domain/invalid-field.ts';
import { memberUnknown, vertretungUnknown } from '../errors.ts';
import { memberById } from '../store/members.ts';
import { endVertretung, insertVertretung, vertretungById } from '../store/vertretungen.ts';
import { membersOfActor } from './actors.ts';
import type { Caller, Storage } from './deps.ts';

export interface DeputyNaming {
  readonly memberId: string;
  readonly deputyId: string;
  readonly from: string;
  readonly to: string;
}

/** Names a deputy for a member: by the member itself, or by whoever manages members. */
export async function nameDeputy(
  deps: Storage,
  caller: Caller,
  naming: DeputyNaming,
): Promise<Result<{ readonly vertretungId: string }>> {
  const dates = parseDates(naming, deps.clock.today());
  if (!dates.ok) return dates;
  if (!mayDecideFor(caller, naming.memberId)) return refuse(memberUnknown);
  if (naming.deputyId === naming.memberId)
    return refuse(invalidField('DEPUTY_INVALID', 'vertretung', 'Niemand kann sich selbst vertreten.'));
  return deps.db.withTenant(caller.tenant, caller.actor, async (tx) => {
    const member = await memberById(tx, caller.tenant, naming.memberId);
    const deputy = await memberById(tx, caller.tenant, naming.deputyId);
    if (!member || !deputy || member.state === 'removed') return refuse(memberUnknown);
    if (deputy.state !== 'active')
      return refuse(
        invalidField(
          'DEPUTY_INVALID',
          'vertretung',
          'Diese Person ist nicht aktiv und kann nicht vertreten.',
        ),
      );
    const id = newId();
    await insertVertretung(tx, caller.tenant, {
      id,
      member_id: member.id,
      deputy_id: deputy.id,
      valid_from: dates.value.from,
      valid_to: dates.value.to,
    });
    await recordAudit(tx, {
      action: 'identity.vertretung.named',
      object: { type: 'mitglied', id: member.id },
      summary: { vertretung: deputy.id, von: dates.value.from, bis: dates.value.to },
    });
    return ok({ vertretungId: id });
  });
}

/** Ends a Vertretung at once: by the member, its deputy, or whoever manages members. */
export function endDeputy(deps: Storage, caller: Caller, vertretungId: string): Promise<Result<null>> {
  return deps.db.withTenant(caller.tenant, caller.actor, async (tx) => {
    const vertretung = await vertretungById(tx, caller.tenant, vertretungId);
    if (!vertretung) return refuse(vertretungUnknown);
    const may = mayDecideFor(caller, vertretung.member_id) || mayDecideFor(caller, vertretung.deputy_id);
    if (!may) return refuse(vertretungUnknown);
    if (!(await endVertretung(tx, caller.tenant, vertretungId, deps.clock.now())))
      return refuse(vertretungUnknown);
    await recordAudit(tx, {
      action: 'identity.vertretung.ended',
      object: { type: 'mitglied', id: vertretung.member_id },
      summary: { vertretung: vertretung.deputy_id },
    });
    return ok(null);
  });
}

// A deputy does not decide for the person it stands for: it could name itself for longer.
function mayDecideFor(caller: Caller, memberId: string): boolean {
  return caller.permissions.has('members.manage') || membersOfActor(caller.actor)?.id === memberId;
}

function parseDates(naming: DeputyNaming, today: LocalDate): Result<{ from: LocalDate; to: LocalDate }> {
  const from = parseLocalDate(naming.from);
  if (!from.ok) return refuse(invalidField('DATE_INVALID', 'von', from.refusal.message));
  const to = parseLocalDate(naming.to);
  if (!to.ok) return refuse(invalidField('DATE_INVALID', 'bis', to.refusal.message));
  if (to.value < from.value)
    return refuse(
      invalidField('DEPUTY_DATES', 'bis', 'Der letzte Tag liegt vor dem ersten. Bitte prüfen Sie beide.'),
    );
  if (to.value < today)
    return refuse(invalidField('DEPUTY_DATES', 'bis', 'Dieser Zeitraum ist schon vorbei.'));
  return ok({ from: from.value, to: to.value });
}
