import { membersOfActor } from '#identity';
import { ok, type Result, refuse } from '#kernel';
import type { Actor, Principal, TenantId } from '#platform';
import type { Ansicht } from '../domain/ansicht.ts';
import { organisationMissing } from '../errors.ts';

/** Who asks for views, and for which organisation. */
export interface Person {
  readonly principal: Principal;
  readonly tenant: TenantId;
  readonly actor: Actor;
  /** The member; `null` for machines and the operator, who have no views of their own. */
  readonly mitglied: string | null;
}

/** The person that a principal is; whoever acts for nobody has no views. */
export function personOf(principal: Principal | null): Result<Person> {
  if (!principal?.tenant) return refuse(organisationMissing);
  const { tenant, actor } = principal;
  return ok({ principal, tenant, actor, mitglied: membersOfActor(actor)?.id ?? null });
}

/** Whether somebody may change a view: whoever saved it, and who manages the organisation's members. */
export function darfAendern({ principal, tenant, mitglied }: Person, ansicht: Ansicht): boolean {
  if (ansicht.tenant !== tenant) return false;
  if (ansicht.besitzer === null || ansicht.besitzer === mitglied) return true;
  return principal.kind === 'betreiber' || principal.permissions.has('members.manage');
}

/** Whether somebody may share with all Kommunen of an IT-Dienstleister. */
export function darfImKreisTeilen({ principal }: Pick<Person, 'principal'>): boolean {
  return principal.permissions.has('circle.read');
}
