import type { Anbieter } from '#efa';
import { ok, type Result, refuse } from '#kernel';
import type { Actor, Principal } from '#platform';
import { type WorkshopDeps, workshopPermissions } from '../deps.ts';
import { notAuthor } from '../errors.ts';

/** Somebody who builds services for an IT-Dienstleister. Only `autorVon` makes one. */
export interface Autor {
  readonly actor: Actor;
  readonly anbieter: Anbieter;
  readonly principal: Principal;
  readonly veroeffentlicht: boolean;
}

/** Who may build: members and machines of an IT-Dienstleister with the permission, and the operator who acts for one. */
export async function autorVon(
  deps: Pick<WorkshopDeps, 'ownAnbieter'>,
  principal: Principal | null,
): Promise<Result<Autor>> {
  if (principal === null) return refuse(notAuthor);
  const operator = principal.kind === 'betreiber';
  const may = (permission: string) => operator || principal.permissions.has(permission);
  if (!may(workshopPermissions.author)) return refuse(notAuthor);
  const anbieter = await deps.ownAnbieter(principal);
  if (anbieter === null) return refuse(notAuthor);
  return ok({
    actor: principal.actor,
    anbieter,
    principal,
    veroeffentlicht: may(workshopPermissions.publish),
  });
}
