import type { House } from '#discussion';
import { membersOfActor } from '#identity';
import { isUuid, ok, type Refusal, type Result, refuse } from '#kernel';
import { type Actor, actorOf, type Principal, type TenantId } from '#platform';
import type { WorkgroupDeps } from '../deps.ts';
import { notAllowed, ohneOrganisation, ohneSitz } from '../errors.ts';
import type { Sitz } from '../store/gruppen.ts';

/** The permission to take part, and the one to lead. */
export const mitwirken = 'workgroup.join';
export const leiten = 'workgroup.manage';

/** Somebody who takes part in working groups for their organisation. */
export interface Mitwirkende {
  readonly principal: Principal;
  readonly tenant: TenantId;
  readonly actor: Actor;
  /** `mitglied:<uuid>`, also where the person acts for another; machines and the operator by what they are. */
  readonly person: string;
  readonly memberId: string | null;
  readonly house: House;
  /** May lead the sessions of its groups. */
  readonly leitet: boolean;
}

/** Who a principal is to the working groups; with `leiten`, only whoever leads. */
export async function mitwirkendeOf(
  { houseOf }: Pick<WorkgroupDeps, 'houseOf'>,
  principal: Principal | null,
  recht: 'mitwirken' | 'leiten' = 'mitwirken',
): Promise<Result<Mitwirkende>> {
  const house = await houseOf(principal);
  if (!principal?.tenant || house === null) return refuse(ohneOrganisation);
  const { permissions, tenant, actor } = principal;
  const leitet = permissions.has(leiten) && house.isProvider;
  if (!leitet && (recht === 'leiten' || !permissions.has(mitwirken))) return refuse(notAllowed);
  const member = membersOfActor(actor);
  const person = member ? actorOf('mitglied', member.id) : actor;
  return ok({
    principal,
    tenant,
    actor,
    person,
    memberId: member?.actingFor ?? member?.id ?? null,
    house,
    leitet,
  });
}

/** The seat in a group for which somebody acts: their own, or for machines and the operator one of the organisation. */
export function eigenerSitz(
  sitze: readonly Sitz[],
  { tenant, memberId }: Pick<Mitwirkende, 'tenant' | 'memberId'>,
  gruppeId: string,
): Sitz | null {
  const own = sitze.filter(
    (sitz) => sitz.gruppeId === gruppeId && sitz.hausId === tenant && sitz.bis === null,
  );
  return (memberId === null ? own[0] : own.find((sitz) => sitz.memberId === memberId)) ?? null;
}

/** The same, refused where there is none. */
export function sitzVon(
  sitze: readonly Sitz[],
  wer: Pick<Mitwirkende, 'tenant' | 'memberId'>,
  gruppeId: string,
): Result<Sitz> {
  const found = eigenerSitz(sitze, wer, gruppeId);
  return found === null ? refuse(ohneSitz) : ok(found);
}

/** An id from outside; text that is none finds nothing. */
export function idOf(text: string, otherwise: Refusal): Result<string> {
  return isUuid(text) ? ok(text) : refuse(otherwise);
}

/** What an action has made or changed. */
export interface Getan {
  readonly id: string;
  readonly fassung: number | null;
  /** What the person should know beside that it is done. */
  readonly hinweis: string | null;
}

export function getan(id: string, fassung: number | null = null, hinweis: string | null = null): Getan {
  return { id, fassung, hinweis };
}
